package dev.sixtyfold.load.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private final Verdicts verdicts = new Verdicts();

    @Test
    void whatLiesOnTheBorderIsKept() {
        verdicts.atMost("latency", 50, 50, "ms");
        verdicts.atLeast("throughput", 60, 60, "x");
        verdicts.none("underruns", 0);
        verdicts.some("refusals", 1);
        verdicts.note("idle", 9.876, "ms");

        assertThat(verdicts.allKept()).isTrue();
        assertThat(printed()).isEqualToNormalizingNewlines("""
                latency     at most 50 ms  50 ms  kept
                throughput  at least 60 x  60 x  kept
                underruns   none           0  kept
                refusals    some           1  kept
                idle                       9.88 ms
                all kept
                """);
    }

    @Test
    void oneBrokenPromiseIsEnough() {
        verdicts.none("underruns", 0);
        verdicts.atMost("latency", 50, 50.01, "ms");

        assertThat(verdicts.allKept()).isFalse();
        assertThat(printed()).contains("latency    at most 50 ms  50.01 ms  MISSED").endsWith("NOT ALL KEPT\n");
    }

    @Test
    void everyKindOfPromiseCanBeBroken() {
        assertThat(broken(v -> v.atLeast("a", 60, 59.9, ""))).isTrue();
        assertThat(broken(v -> v.none("a", 1))).isTrue();
        assertThat(broken(v -> v.some("a", 0))).isTrue();
        assertThat(broken(v -> v.atMost("a", 1, Double.NaN, ""))).isTrue();
        assertThat(broken(v -> v.note("a", 1, ""))).isFalse();
    }

    private static boolean broken(Consumer<Verdicts> promise) {
        Verdicts verdicts = new Verdicts();
        promise.accept(verdicts);
        return !verdicts.allKept();
    }

    private String printed() {
        StringWriter text = new StringWriter();
        verdicts.print(new PrintWriter(text));
        return text.toString();
    }
}
