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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often the exact id is read from a random crop after each {@link Attack}; writes the table and the plot of
 * {@code docs/watermark.md}. Run by the profile {@code watermark-attacks}; {@code -Dwatermark.trials=N} sets the clips for each
 * attack, {@code -Dwatermark.attacks=REGEX} which of them are run.
 */
class RobustnessReport {

    private static final double LEAST_ACTIVE_PART = 2.0 / 3;
    /** The full search costs ten times as much. */
    private static final int FEWER_WITH_CHANGED_TIME = 2;

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("60".repeat(32)));
    private final RandomGenerator ids = random(60);

    /** A recording that was stamped; with two ids, the mean of two copies. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stamped(float[] samples, Set<RequestId> ids) {}

    @Test
    void everyAttack(@TempDir Path scratch) throws IOException, InterruptedException {
        assumeTrue(Ffmpeg.isThere(), "the program ffmpeg is not there: nothing is measured");
        Ffmpeg ffmpeg = new Ffmpeg(scratch);
        List<Stamped> hosts = new ArrayList<>();
        List<float[]> recordings = Recordings.speech(ffmpeg);
        for (float[] host : recordings) {
            hosts.add(stamped(host, new RequestId(ids.nextInt())));
        }
        assumeTrue(!hosts.isEmpty(), "no speech in " + Recordings.speechFolders() + ": nothing is measured");
        int trials = Integer.getInteger("watermark.trials", 400);
        Predicate<String> wanted = Pattern.compile(System.getProperty("watermark.attacks", "")).asPredicate();
        List<Attack> attacks = Attack.all().stream().filter(attack -> wanted.test(attack.name())).toList();
        List<Row> rows = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        Path directory = Files.createDirectories(Path.of("target", "watermark-attacks"));
        List<Stamped> averaged = IntStream.range(0, hosts.size()).mapToObj(i -> averaged(hosts.get(i), stamped(
                recordings.get(i), new RequestId(ids.nextInt())))).toList();
        for (Attack attack : attacks) {
            Row row = measured(attack, attack.averagesCopies() ? averaged : hosts, trials, ffmpeg);
            rows.add(row);
            Files.writeString(directory.resolve("robustness.md"), table(rows));
            Files.writeString(directory.resolve("robustness.svg"), RatePlot.svg(rows));
            if (row.exact.high() < attack.target()) {
                missed.add(attack.name());
            }
        }
        assertThat(rows.stream().mapToInt(Row::wrongIds).sum()).as("wrong ids").isZero();
        assertThat(missed).as("attacks whose rate is surely below what is asked").isEmpty();
    }

    /**
     * What became of the clips of one attack.
     *
     * @param exact
     *            clips whose id was read, or one of two
     * @param found
     *            clips that were taken for marked
     * @param wrongIds
     *            ids that were read and are not theirs
     */
    record Row(Attack attack, Wilson exact, Wilson found, int wrongIds) {}

    private Row measured(Attack attack, List<Stamped> hosts, int trials, Ffmpeg ffmpeg) throws IOException,
            InterruptedException {
        WatermarkDetector detector = new WatermarkDetector(List.of(pattern), attack.changesTime()
                ? SearchEffort.CHANGED_TOO
                : SearchEffort.UNCHANGED);
        RandomGenerator places = random(attack.name().hashCode()); // its own, so that it may be measured alone
        int wanted = attack.changesTime() ? trials / FEWER_WITH_CHANGED_TIME : trials;
        int perHost = Math.ceilDiv(wanted, hosts.size());
        int tried = 0;
        int exact = 0;
        int found = 0;
        int wrong = 0;
        for (Stamped host : hosts) {
            float[] attacked = attack.change().of(host.samples, ffmpeg);
            int active = 0;
            for (int crop = 0; crop < 3 * perHost && active < perHost; crop++) {
                Verification verification = detector.verify(crop(attacked, attack.cropSeconds(), places), Ffmpeg.RATE);
                if (verification.activeSeconds() < LEAST_ACTIVE_PART * Math.min(3, attack.cropSeconds())) {
                    continue;
                }
                active++;
                tried++;
                exact += verification.requestId().filter(host.ids::contains).isPresent() ? 1 : 0;
                found += verification.verdict() == Verdict.WATERMARKED ? 1 : 0;
                wrong += (int) verification.spans().stream().filter(span -> !host.ids.contains(span.requestId()))
                        .count();
            }
        }
        return new Row(attack, new Wilson(exact, tried), new Wilson(found, tried), wrong);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                "| attack | crop | clips | exact id | mark found | wrong id | asked |\n|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            Attack attack = row.attack;
            String asked = attack.target() > 0 ? Math.round(100 * attack.target()) + " %" : "";
            table.append(String.format(Locale.ROOT, "| %s | %.0f s | %d | %s | %s | %d | %s |%n", attack.name(), attack
                    .cropSeconds(), row.exact.trials(), row.exact, row.found, row.wrongIds, asked));
        }
        return table.toString();
    }

    private Stamped stamped(float[] host, RequestId id) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, id, Ffmpeg.RATE, 1, Strength.STANDARD);
        float[] most = embedder.push(host);
        float[] rest = embedder.flush();
        float[] all = Arrays.copyOf(most, host.length);
        System.arraycopy(rest, 0, all, most.length, rest.length);
        return new Stamped(all, Set.of(id));
    }

    private static Stamped averaged(Stamped one, Stamped other) {
        float[] mean = new float[one.samples.length];
        for (int n = 0; n < mean.length; n++) {
            mean[n] = 0.5f * (one.samples[n] + other.samples[n]);
        }
        Set<RequestId> both = new HashSet<>(one.ids);
        both.addAll(other.ids);
        return new Stamped(mean, both);
    }

    private static float[] crop(float[] samples, double seconds, RandomGenerator places) {
        int length = Math.min(samples.length, (int) (seconds * Ffmpeg.RATE));
        int from = places.nextInt(samples.length - length + 1);
        return Arrays.copyOfRange(samples, from, from + length);
    }
}
