package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are too long, too short or no texts. */
@ExtendWith(HeartVoice.class)
class LimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u00a0\u2003\t"})
    void whiteSpaceGivesNoUtterance(String text, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, text).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "?!", "…", "—", "\"\"", "( )", "\u0000"})
    void punctuationAloneIsSilent(String text, TextFrontend frontend) {
        assertThat(Utterances.of(frontend, text).all()).isNotEmpty()
                .allMatch(utterance -> utterance.phonemes().isSilent() && utterance.skipped().isEmpty());
    }

    @Test
    void whatCannotBeReadIsSilentAndListed(TextFrontend frontend) {
        Utterance utterance = Utterances.of(frontend, "日本語 \ue000").all().getFirst();

        assertThat(utterance.phonemes()).isEqualTo(PhonemeSequence.EMPTY);
        assertThat(utterance.skipped()).containsExactly(
                new SkippedSpan(new SourceSpan(0, 3), "no English reading for letters of this script"),
                new SkippedSpan(new SourceSpan(4, 5), "unknown character"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "W", "7", "%", "-", ".", "é", "xyz", "a-", "w,", "1.", "😀", "\"", "日"})
    void oneEndlessWordIsReadInPartsThatFit(String part, TextFrontend frontend) {
        String text = part.repeat(10_000 / part.length());

        Utterances read = Utterances.of(frontend, text);

        assertThat(read.all()).allMatch(utterance -> utterance.phonemes().symbols().length() <= 510);
        assertThat(read.all().getLast().source().end()).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void longSentencesAreSplitAtTheirClauses(TextFrontend frontend) {
        String clause = "the old man walked slowly down the long road towards the quiet village by the sea";
        String text = "First " + (clause + ", and then ").repeat(11) + clause + ".";

        Utterances read = Utterances.of(frontend, text);

        assertThat(read.all()).hasSizeBetween(3, 6);
        assertThat(read.all().subList(0, read.all().size() - 1))
                .allMatch(utterance -> utterance.phonemes().symbols().endsWith(","));
        assertThat(read.words()).extracting(SpokenWord::text).containsExactly(
                text.replaceAll("[,.]", "").split(" "));
    }

    @Test
    void sentencesWithoutAnyMarkAreSplitBetweenWords(TextFrontend frontend) {
        String text = "never ending story ".repeat(200).strip();

        Utterances read = Utterances.of(frontend, text);

        assertThat(read.words()).extracting(SpokenWord::text).containsExactly(text.split(" "));
    }

    @Test
    void aLongTextIsReadToItsEndAndItsFirstSentenceAtOnce(TextFrontend frontend) {
        String sentence = "The quick brown fox jumps over the lazy dog. ";
        String text = sentence.repeat(200_000 / sentence.length());

        assertThat(frontend.open(text).next().orElseThrow().source()).isEqualTo(new SourceSpan(0, 44));
        assertThat(Utterances.of(frontend, text).all()).hasSize(200_000 / sentence.length());
    }

    @Test
    void manyThreadsReadTheSame(TextFrontend frontend) throws InterruptedException, ExecutionException {
        String text = "In 1984, Zyxgorf's 22nd friend paid $3.50; it wasn't a lot, was it?";
        String expected = Utterances.of(frontend, text).symbols();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> read = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> Utterances.of(frontend, text).symbols())).toList();
            for (Future<String> one : read) {
                assertThat(one.get()).isEqualTo(expected);
            }
        }
    }
}
