package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.Tonal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TonalSignalsTest {

    private static final int RATE = 24_000;

    @Test
    void whatRepeatsIsNotTakenForAPattern() {
        UnmarkedTrials trials = new UnmarkedTrials(30);
        for (int number = 0; number < 2 * Tonal.KINDS; number++) {
            trials.tryAll(Tonal.of(number, 6, RATE), RATE);
        }
        assertThat(trials.trials()).isEqualTo(480);
        // By the bound 4.8 on average; 15 has a probability of less than 1 in 5000.
        assertThat(trials.reached(2)).as(trials.table()).isLessThan(15);
        assertThat(trials.reached(5)).as(trials.table()).isZero();
    }

    @Test
    void theWholeDetectorFindsNothingInThem() {
        WatermarkDetector detector = new WatermarkDetector(
                List.of(new KeyedPattern(WatermarkKey.parse("03".repeat(32)))),
                SearchEffort.UNCHANGED);
        for (int number = 0; number < Tonal.KINDS; number++) {
            Verification found = detector.verify(Tonal.of(number, 6, RATE), RATE);
            assertThat(found.verdict()).as("kind " + number + ": " + found).isNotEqualTo(Verdict.WATERMARKED);
            assertThat(found.spans()).isEmpty();
        }
    }
}
