package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.attacks.Recordings;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.SpeechLike;
import dev.sixtyfold.watermark.signal.Tonal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unmarked clips, at least 500 of them different, 160 of them tonal, under 200 keys: 100,000 trials held against the bound; and
 * each clip once through the whole detector with the full search. With recordings of speech and music, if the system properties
 * {@code watermark.speech} and {@code watermark.music} name folders. Clips marked under a key that is none of the 200 are among
 * them. Run by the profile {@code watermark-attacks}.
 */
class FalsePositiveReport {

    private static final int RATE = 24_000;
    private static final double SECONDS = 4;
    private static final int KEYS = 200;
    private static final int CLIPS_OF_A_RECORDING = 3;

    private final KeyedPattern foreign = new KeyedPattern(WatermarkKey.parse("ab".repeat(32)));

    @Test
    void noMarkIsFoundWhereThereIsNone(@TempDir Path scratch) throws IOException, InterruptedException {
        Map<String, List<float[]>> kinds = new LinkedHashMap<>();
        kinds.put("tonal, computed", made(160, number -> Tonal.of(number, SECONDS, RATE)));
        kinds.put("like speech, computed", made(120, number -> SpeechLike.of(1000 + number, SECONDS, RATE)));
        kinds.put("noise", made(60, FalsePositiveReport::noise));
        kinds.put("marked under another key", made(60, number -> marked(SpeechLike.of(2000 + number, SECONDS, RATE),
                number)));
        kinds.put("recorded speech and music", Recordings.unmarkedClips(scratch, SECONDS, CLIPS_OF_A_RECORDING));
        UnmarkedTrials trials = new UnmarkedTrials(KEYS);
        WatermarkDetector detector = new WatermarkDetector(
                List.of(new KeyedPattern(WatermarkKey.parse("60".repeat(32)))),
                SearchEffort.CHANGED_TOO);
        StringBuilder whole = new StringBuilder("| clips | number | taken for marked | least p |\n|---|---|---|---|\n");
        int found = 0;
        for (Map.Entry<String, List<float[]>> kind : kinds.entrySet()) {
            int foundOfKind = 0;
            double leastLogP = 0;
            for (float[] clip : kind.getValue()) {
                trials.tryAll(clip, RATE);
                Verification verification = detector.verify(clip, RATE);
                foundOfKind += verification.verdict() == Verdict.WATERMARKED ? 1 : 0;
                leastLogP = Math.min(leastLogP, verification.logPValue());
            }
            whole.append(String.format(Locale.ROOT, "| %s | %d | %d | %.2g |%n", kind.getKey(), kind.getValue().size(),
                    foundOfKind, Math.exp(leastLogP)));
            found += foundOfKind;
        }
        Path directory = Files.createDirectories(Path.of("target", "watermark-attacks"));
        Files.writeString(directory.resolve("false-positives.md"), trials.table() + "\n" + whole);
        Files.writeString(directory.resolve("false-positives.svg"), TailPlot.svg(trials));
        assertThat(found).isZero();
        assertThat(trials.reached(6)).as(trials.table()).isZero();
        for (int decade = 1; decade <= 3; decade++) {
            assertThat((double) trials.reached(decade)).as(trials.table()).isLessThan(trials.allowed(decade) + 4 * Math
                    .sqrt(trials.allowed(decade)));
        }
    }

    private static List<float[]> made(int clips, IntFunction<float[]> kind) {
        return IntStream.range(0, clips).mapToObj(kind).toList();
    }

    private float[] marked(float[] samples, int id) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(foreign, new RequestId(id), RATE, 1, Strength.STANDARD);
        return embedder.push(samples);
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
