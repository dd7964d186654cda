package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.text.TextFrontend;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four times the text takes some four times the processor time, whatever it repeats. Only with the profile fuzz. */
@ExtendWith(HeartVoice.class)
@EnabledIfSystemProperty(named = "fuzz.seconds", matches = "[1-9][0-9]*")
class LinearTimeTest {

    private static final int QUARTER = 1 << 18;
    /** Four, and what a busy machine and its memory add. */
    private static final double MOST = 8;
    /** Shorter times say nothing about the ratio. */
    private static final double SHORTEST_SECONDS = 0.05;

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "a ", "a.", "a'", "1", "1,", "1-", "1.", "$1 ", "1/2 ", "10:00 ", "2020-01-01 ",
        "5kg ", "'",
        "\"", "(", "[", "-", "\u2014", "#", "@", "/", "a/", "http://a.b/", "a@b.c ", "[a](/b/)", "*a*", "a\n", "a\n\n",
        "\n- a", "| a ",
        "```\n", "aB", "Mc", "O'", "un", "XIV ", "Dr. ", "A.B. ", "read ", "Zyxgorf ", "well-known-", "&amp;", "%20",
        "a_b", "?!",
        "e\u0301", "\u200d", "\u202e", "\ud800", "\u0000", "\ud83d\ude00", "\u00e9", "\u65e5", "\u2167", "\u0e2a", "+",
        "=", "\t", "word[3]", "word.12 ", "5! = ", "300 K ", "3x/day ", "\u00b9"})
    void time_grows_with_the_length(String piece, TextFrontend frontend) {
        String large = piece.repeat(4 * QUARTER / piece.length());
        double quarter = seconds(frontend, large.substring(0, QUARTER));
        double whole = seconds(frontend, large);

        assertThat(whole / Math.max(quarter, SHORTEST_SECONDS)).as("%s s and %s s", quarter, whole).isLessThan(MOST);
    }

    private static double seconds(TextFrontend frontend, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Utterances.of(frontend, text);
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
