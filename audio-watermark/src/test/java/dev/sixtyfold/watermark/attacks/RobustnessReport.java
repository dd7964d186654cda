package dev.sixtyfold.watermark.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verdict;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often the exact id is read from a random crop after each {@link Attack}; prints the table of {@code docs/watermark.md}.
 * Run by the profile {@code watermark-attacks}; {@code -Dwatermark.trials=N} sets the clips for each attack.
 */
class RobustnessReport {

    private static final double LEAST_ACTIVE_PART = 2.0 / 3;

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("60".repeat(32)));
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(60);

    @Test
    void everyAttack(@TempDir Path scratch) throws IOException, InterruptedException {
        Path speech = speech();
        assumeTrue(Files.isDirectory(speech), "no recorded speech in " + speech + ": nothing is measured");
        assumeTrue(Ffmpeg.isThere(), "the program ffmpeg is not there: nothing is measured");
        int trials = Integer.getInteger("watermark.trials", 96);
        Ffmpeg ffmpeg = new Ffmpeg(scratch);
        List<float[]> hosts = hosts(ffmpeg, speech);
        List<float[]> marked = new ArrayList<>();
        List<RequestId> ids = new ArrayList<>();
        for (float[] host : hosts) {
            RequestId id = new RequestId(random.nextInt());
            ids.add(id);
            marked.add(stamped(host, id));
        }
        StringBuilder table = new StringBuilder(
                "| attack | crop | clips | exact id | mark found | wrong id |\n|---|---|---|---|---|---|\n");
        List<String> missed = new ArrayList<>();
        int wrongIds = 0;
        for (Attack attack : Attack.all()) {
            int exact = 0;
            int found = 0;
            int wrong = 0;
            int tried = 0;
            WatermarkDetector detector = new WatermarkDetector(List.of(pattern), attack.changesTime()
                    ? SearchEffort.CHANGED_TOO
                    : SearchEffort.UNCHANGED);
            int perHost = Math.ceilDiv(attack.changesTime() ? trials / 4 : trials, hosts.size());
            for (int host = 0; host < hosts.size(); host++) {
                float[] attacked = ffmpeg.attacked(marked.get(host), attack);
                for (int crop = 0; crop < perHost; crop++) {
                    Verification verification = detector.verify(crop(attacked, attack.cropSeconds()), Ffmpeg.RATE);
                    if (verification.activeSeconds() < LEAST_ACTIVE_PART * Math.min(3, attack.cropSeconds())) {
                        continue;
                    }
                    tried++;
                    RequestId id = ids.get(host);
                    exact += verification.requestId().filter(id::equals).isPresent() ? 1 : 0;
                    found += verification.verdict() == Verdict.WATERMARKED ? 1 : 0;
                    wrong += (int) verification.spans().stream().filter(span -> !span.requestId().equals(id)).count();
                }
            }
            wrongIds += wrong;
            String row = String.format(Locale.ROOT, "| %s | %.0f s | %d | %s | %s | %d |%n", attack.name(), attack
                    .cropSeconds(), tried, new Wilson(exact, tried), new Wilson(found, tried), wrong);
            table.append(row);
            Files.writeString(report(), table.toString());
            if (new Wilson(exact, tried).high() < attack.target()) {
                missed.add(attack.name());
            }
        }
        assertThat(wrongIds).isZero();
        assertThat(missed).as("attacks whose rate is surely below what is asked").isEmpty();
    }

    private static Path report() throws IOException {
        return Files.createDirectories(Path.of("target", "watermark-attacks")).resolve("robustness.md");
    }

    private static Path speech() {
        return Path.of(System.getProperty("sixtyfold.root", ".."), "..", "shared", "data", "speech");
    }

    /** Recordings, and what is beside them in the folder given by {@code watermark.hosts}, such as synthetic speech. */
    private static List<float[]> hosts(Ffmpeg ffmpeg, Path speech) throws IOException, InterruptedException {
        List<float[]> hosts = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(speech));
        String more = System.getProperty("watermark.hosts", "");
        if (!more.isEmpty()) {
            folders.add(Path.of(more));
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    hosts.add(ffmpeg.decoded(file));
                }
            }
        }
        return hosts;
    }

    private float[] stamped(float[] host, RequestId id) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, id, Ffmpeg.RATE, 1, Strength.STANDARD);
        float[] most = embedder.push(host);
        float[] rest = embedder.flush();
        float[] all = Arrays.copyOf(most, host.length);
        System.arraycopy(rest, 0, all, most.length, rest.length);
        return all;
    }

    private float[] crop(float[] samples, double seconds) {
        int length = Math.min(samples.length, (int) (seconds * Ffmpeg.RATE));
        int from = random.nextInt(samples.length - length + 1);
        return Arrays.copyOfRange(samples, from, from + length);
    }
}
