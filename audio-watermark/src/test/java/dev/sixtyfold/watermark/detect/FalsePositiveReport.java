package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.SpeechLike;
import dev.sixtyfold.watermark.signal.Tonal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Unmarked clips, at least 500 of them different, 160 of them tonal, under 200 keys: 100,000 trials held against the bound; and
 * each clip once through the whole detector. Run by the profile {@code watermark-attacks}.
 */
class FalsePositiveReport {

    private static final int RATE = 24_000;
    private static final double SECONDS = 4;
    private static final int KEYS = 200;

    @Test
    void noMarkIsFoundWhereThereIsNone() throws IOException {
        List<float[]> clips = new ArrayList<>();
        for (int number = 0; number < 160; number++) {
            clips.add(Tonal.of(number, SECONDS, RATE));
        }
        for (int number = 0; number < 240; number++) {
            clips.add(SpeechLike.of(1000 + number, SECONDS, RATE));
        }
        for (int number = 0; number < 100; number++) {
            clips.add(noise(number));
        }
        UnmarkedTrials trials = new UnmarkedTrials(KEYS);
        WatermarkDetector detector = new WatermarkDetector(
                List.of(new KeyedPattern(WatermarkKey.parse("60".repeat(32)))),
                SearchEffort.UNCHANGED);
        int found = 0;
        for (float[] clip : clips) {
            trials.tryAll(clip, RATE);
            found += detector.verify(clip, RATE).verdict() == Verdict.WATERMARKED ? 1 : 0;
        }
        Path directory = Files.createDirectories(Path.of("target", "watermark-attacks"));
        Files.writeString(directory.resolve("false-positives.md"), trials.table() + "\n" + clips.size()
                + " clips through the whole detector: " + found + " taken for marked.\n");
        assertThat(found).isZero();
        assertThat(trials.reached(6)).as(trials.table()).isZero();
        for (int decade = 1; decade <= 3; decade++) {
            assertThat((double) trials.reached(decade)).as(trials.table()).isLessThan(trials.allowed(decade) + 4 * Math
                    .sqrt(trials.allowed(decade)));
        }
    }

    /** White, pink or brown. */
    private static float[] noise(int number) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        double keep = new double[]{0, 0.9, 0.995}[number % 3];
        float[] noise = new float[(int) (SECONDS * RATE)];
        double state = 0;
        for (int n = 0; n < noise.length; n++) {
            state = keep * state + (1 - keep) * random.nextGaussian();
            noise[n] = (float) (0.1 * state + 0.002 * random.nextGaussian());
        }
        return noise;
    }
}
