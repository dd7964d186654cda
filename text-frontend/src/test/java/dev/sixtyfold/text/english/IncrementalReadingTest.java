package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that arrives in pieces is read as if it had come at once. */
@ExtendWith(HeartVoice.class)
class IncrementalReadingTest {

    private static final String[] PHRASES = {"He said no.", "\"Why?\" Bob asked.", "It costs $1,234.50, i.e. a lot",
        "at 5 p.m.",
        "Dr. J. A. Smith", "the U.S.", "Army", "3.14", "www.example.org/a.b?c=d", "e.g.", "No. 5", "Wait...", "what?!",
        "(See Fig. 3.)", "日本語。", "😀", "👩‍🚀", "e\u0301a", "\ud83d", "\u200b", "- item", "1. First", "CHAPTER ONE",
        "iPhone", "it's", "well-known", "lower case here. and again", "St. Paul", "Yahoo!", "He left.She stayed.",
        "a very long clause that goes on and on, with commas, and with more of them, until nobody listens any more",
        "etc.", ". . .", "…", "I.", "10-12", "May 5, 1999", "“Quoted.”", "[word](/wɜːd/)", "**bold.**", "A.", "?", "!"};
    private static final String[] GAPS = {" ", " ", " ", " ", "", "\n", "\n\n", "  ", "\t", "\r\n", "\u00a0", ", ",
        ". "};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCutsDoNotMatter(long seed, TextFrontend frontend) {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(PHRASES[random.nextInt(PHRASES.length)]).append(GAPS[random.nextInt(GAPS.length)]);
            }
            ReadingOptions options = new ReadingOptions(round % 2 == 1);
            List<Utterance> whole = Utterances.of(frontend.open(text.toString(), options)).all();
            for (int longest : new int[]{1, 7, 60}) {
                IncrementalReader reader = frontend.openIncremental(options, IdleLimit.NEVER);
                assertThat(inPieces(reader, text.toString(), longest, random)).as(text.toString()).isEqualTo(whole);
            }
        }
    }

    @Test
    void aSentenceIsGivenOutOnceItsEndIsCertain(TextFrontend frontend) {
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);

        reader.push("It grew by 3.");
        assertThat(reader.next()).isEmpty();
        reader.push("5 percent. Good");
        Utterance first = reader.next().orElseThrow();

        assertThat(first.normalized()).isEqualTo("It grew by three point five percent.");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.isOver()).isFalse();
        reader.push("bye");
        reader.end();
        assertThat(reader.next().orElseThrow().normalized()).isEqualTo("Goodbye");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.isOver()).isTrue();
    }

    @Test
    void aFlushReadsWhatIsThereAndOffsetsGoOn(TextFrontend frontend) {
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);

        reader.push("💚 Good");
        reader.flush();
        reader.push(" morning");
        Utterance first = reader.next().orElseThrow();
        assertThat(first.normalized()).isEqualTo("green heart Good");
        assertThat(reader.next()).isEmpty();
        reader.flush();

        SpokenWord word = reader.next().orElseThrow().phonemes().words().getFirst();
        assertThat(word.text()).isEqualTo("morning");
        assertThat(word.source()).isEqualTo(new SourceSpan(7, 14));
        assertThat(reader.isOver()).isFalse();
    }

    @Test
    void aFlushDoesNotTearACharacterApart(TextFrontend frontend) {
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);
        reader.push("Hi \ud83d");
        reader.flush();
        assertThat(reader.next().orElseThrow().normalized()).isEqualTo("Hi");
        reader.push("\ude00 you");
        reader.end();

        Utterance second = reader.next().orElseThrow();

        assertThat(second.phonemes().words().getLast().source()).isEqualTo(new SourceSpan(5, 8));
    }

    @Test
    void whatHasWaitedForTheIdleTimeIsReadByItself(TextFrontend frontend) {
        List<Instant> now = new ArrayList<>(List.of(Instant.EPOCH));
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS,
                new IdleLimit(now::getLast, Duration.ofMillis(500)));
        assertThat(reader.untilFlush()).isEmpty();

        reader.push("Hold on");
        now.add(Instant.EPOCH.plusMillis(300));
        assertThat(reader.untilFlush()).contains(Duration.ofMillis(200));
        assertThat(reader.next()).isEmpty();
        reader.push(" please");
        now.add(Instant.EPOCH.plusMillis(799));
        assertThat(reader.next()).isEmpty();
        now.add(Instant.EPOCH.plusMillis(800));

        assertThat(reader.next().orElseThrow().normalized()).isEqualTo("Hold on please");
        assertThat(reader.untilFlush()).isEmpty();
    }

    @Test
    void noTextFollowsTheEnd(TextFrontend frontend) {
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);
        reader.end();

        assertThatThrownBy(() -> reader.push("more")).isInstanceOf(IllegalStateException.class);
    }

    private static List<Utterance> inPieces(IncrementalReader reader, String text, int longest, Random random) {
        List<Utterance> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(longest));
            reader.push(text.substring(at, end));
            at = end;
            if (random.nextBoolean()) {
                readAll(reader, all);
            }
        }
        reader.end();
        readAll(reader, all);
        assertThat(reader.isOver()).isTrue();
        return all;
    }

    private static void readAll(IncrementalReader reader, List<Utterance> into) {
        for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
            into.add(next.get());
        }
    }
}
