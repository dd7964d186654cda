package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long sentences are divided where a reader would take breath. */
@ExtendWith(HeartVoice.class)
class DividedSentencesTest {

    private static final ReadingOptions SHORT = new ReadingOptions(true);

    private static final String LAW = """
            Any person who, without the written consent of the owner, takes or uses a vehicle that is kept in a public \
            place for longer than the time that is stated on the notice beside it shall, unless the owner has agreed to \
            the use in another way or the use was needed to prevent harm to a person, pay to the owner the cost of the \
            use and of every repair that has become necessary because of it, and shall return the vehicle to the place \
            from which it was taken within seven days after the day on which the owner has asked for it.""";

    @Test
    void thePartsAreOfSimilarLengthAndEndAtClauses(TextFrontend frontend) {
        List<Utterance> parts = Utterances.of(frontend, LAW).all();

        assertThat(parts).hasSize(2);
        assertThat(parts).allMatch(part -> part.phonemes().symbols().length() > 180
                && part.phonemes().symbols().length() <= Breath.MAXIMUM_SYMBOLS);
        assertThat(parts.getFirst().phonemes().symbols()).endsWith(",");
    }

    @Test
    void withoutCommasTheyEndBeforeWordsThatOpenAClause(TextFrontend frontend) {
        String clause = "the red house beside the mill was sold to a young man ";
        String text = "They say that " + (clause + "because ").repeat(10) + clause + ".";

        List<Utterance> parts = Utterances.of(frontend, text).all();

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.subList(1, parts.size())).allMatch(part -> part.normalized().startsWith("because"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Well, as far as I can tell, nobody has ever seen it happen before. | Well, as far as I can tell,
            Hi there. This is the first of several sentences of some length.   | Hi there.
            The old harbour was closed last winter because the ice had damaged the pier. | The old harbour was closed last winter
            It was May 5, 1999 that she came here, and nobody has forgotten it. | It was May 5, 1999 that she came here,
            A very short one.                                                  | A very short one.
            The minister for fisheries and coastal affairs Jonathan Hale resigned this week. | The minister for fisheries
            """)
    void theFirstPieceIsShortIfItIsAskedFor(String text, String first, TextFrontend frontend) {
        Utterances pieces = Utterances.of(frontend.open(text, SHORT));

        int end = pieces.all().getFirst().source().end();
        assertThat(text.substring(0, end)).isEqualTo(first);
        assertThat(pieces.all().getFirst().phonemes().symbols()).hasSizeLessThanOrEqualTo(70);
        assertThat(pieces.words()).hasSameSizeAs(Utterances.of(frontend, text).words());
    }

    @Test
    void theFirstPieceOfATextThatIsBeingWrittenNeedsNotItsWholeSentence(TextFrontend frontend) {
        IncrementalReader reader = frontend.openIncremental(SHORT, IdleLimit.NEVER);

        reader.push("Sure, I can help you with that, ");
        assertThat(reader.next()).isEmpty();
        reader.push("just");
        assertThat(reader.next()).isEmpty();
        reader.push(" tell");

        assertThat(reader.next().orElseThrow().normalized()).isEqualTo("Sure, I can help you with that,");
        assertThat(reader.next()).isEmpty();
    }
}
