package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.text.TextFrontend;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a text gets lost, whatever the text. */
@ExtendWith(HeartVoice.class)
class CoverageTest {

    private static final String[] PARTS = {"word", "Dr.", "U.S.", "it's", "dogs'", "well-known", "McGee", "COVID-19",
        "12", "1,234", "$5.50", "9:30 pm", "50%", "20°C", "½", "3/4", "1990s", "@user", "#tag", "a&b", "x=y", "C++",
        "http://a.b/c_d?e=f", "Ωmega", "日本語", "Привет", "😀", "👩‍🚀", "★", "©", "🇫🇷", "3️⃣", "👍🏽", "# ", "**b**",
        "[a](b)", "```", "<br>", "| x |", "日", "Москва", "e\u0301", "ﬁsh", "ＡＢＣ",
        "\ud800", "\udc00", "\u0000", "\u0007", "\u00ad", "\u200b", "\ufeff", "\ue000", "(", ")", "[", "\"", "“", "’",
        "'", "...", "…", "—", "--", "-", "?!", "*", "/", "\\", "_", "^", "~", "|", "`", "§", "™", "²", "₄", "٣", "Ⅷ",
        "fí", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"};
    private static final String[] GAPS = {" ", "", "", " ", ", ", "\n", "\n\n", "\t", "\u00a0", "\u2003", ". ", "! "};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyLetterDigitAndSymbolIsSpokenOrListed(long seed, TextFrontend frontend) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(PARTS[random.nextInt(PARTS.length)]).append(GAPS[random.nextInt(GAPS.length)]);
            }
            checkCoverage(frontend, text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void theSameGoesForCharactersDrawnFromAllOfUnicode(long seed, TextFrontend frontend) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                int limit = switch (random.nextInt(4)) {
                    case 0 -> 0x80;
                    case 1 -> 0x400;
                    case 2 -> 0x10000;
                    default -> 0x110000;
                };
                text.appendCodePoint(random.nextInt(limit));
            }
            checkCoverage(frontend, text.toString());
        }
    }

    @Test
    void offsetsCountCodePoints(TextFrontend frontend) {
        Utterances read = Utterances.of(frontend, "😀 Hello 👋 there. 🎉 Bye.");

        assertThat(read.word("Hello").source()).isEqualTo(new SourceSpan(2, 7));
        assertThat(read.word("Bye").source()).isEqualTo(new SourceSpan(19, 22));
        assertThat(read.word("👋").source()).isEqualTo(new SourceSpan(8, 9));
        assertThat(Utterances.of(frontend, "👋 日本").all().getFirst().skipped()).containsExactly(new SkippedSpan(
                new SourceSpan(2, 4), "no English reading for letters of this script"));
    }

    private static void checkCoverage(TextFrontend frontend, String text) {
        Coverage.check(text, Utterances.of(frontend, text).all());
    }
}
