package dev.sixtyfold.server.bench.capacity;

import dev.sixtyfold.server.bench.Machine;
import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many listeners a machine carries.
 *
 * @param loadBefore
 *            the machine's load average before the measurement: what other programs took part; negative if the system does
 *            not say
 * @param idle
 *            one stream at a time
 * @param listeners
 *            who were carried, without a gap and without a refusal, in the longest run; 0 if not even one was
 * @param trials
 *            all of them, in order; the last is that of the result
 */
public record CapacityCertificate(Instant date, double loadBefore, LoadResult idle, int listeners, List<Trial> trials) {

    public CapacityCertificate {
        trials = List.copyOf(trials);
    }

    /** So many listeners for some time. */
    public record Trial(int listeners, LoadResult result) {

        /** A listener who waits longer for the first audio is not served, whatever comes then. */
        private static final double PATIENCE_MILLIS = 2000;

        public boolean carried() {
            return result.listeners().allServed() && result.listeners().firstAudio().mostMillis() <= PATIENCE_MILLIS;
        }

        /** For people. */
        public String line() {
            LoadFigures heard = result.listeners();
            return String.format(Locale.ROOT,
                    "%5d listeners: %s (first audio %.1f ms at the median, %.1f ms at p99; server %.0f %%, load generator "
                            + "%.0f %% of the processor)",
                    listeners, carried() ? "all served" : complaint(heard), heard.firstAudio().medianMillis(),
                    heard.firstAudio().millis(99), 100 * result.processor().server(), 100 * result.processor()
                            .generator());
        }

        private static String complaint(LoadFigures heard) {
            return heard.underruns().count() + " underruns, " + heard.refused() + " refused, "
                    + heard.streams().allBroken() + " broken off" + (heard.firstAudio().mostMillis() > PATIENCE_MILLIS
                            ? ", one waited for " + Math.round(heard.firstAudio().mostMillis()) + " ms"
                            : "");
        }
    }

    /** The run that confirmed the result; empty if not even one listener was carried. */
    public Optional<Trial> confirmation() {
        return listeners == 0 ? Optional.empty() : Optional.of(trials.getLast());
    }

    /** The whole certificate for people, on several lines. */
    public String text(Machine machine) {
        return confirmation().map(trial -> carried(trial.result())).orElse(
                "this machine does not carry one listener without a gap\n")
                + String.format(Locale.ROOT, """
                        idle                %.1f ms to first audio at the median, one stream at a time
                        voice               %s, model %s
                        machine             %s, %d cores, %s, %s
                        date                %s, load average %.1f before""",
                        idle.listeners().firstAudio().medianMillis(), idle.speaker().voice(), idle
                                .speaker().modelHash(),
                        machine.processor(), machine.cores(), machine.operatingSystem(), machine.java(), date,
                        loadBefore);
    }

    private String carried(LoadResult result) {
        LoadFigures heard = result.listeners();
        return String.format(Locale.ROOT, """
                %d listeners at once, each playing from the first byte without a buffer, heard no gap in %d s
                first audio         %.1f ms at the median, %.1f ms at p95, %.1f ms at p99, over %d texts
                throughput          %.1f s of audio in a second
                processor           server %.0f %%, load generator %.0f %% of all cores
                """, listeners, heard.measured().toSeconds(), heard.firstAudio().medianMillis(), heard.firstAudio()
                .millis(95), heard.firstAudio().millis(99), heard.firstAudio().count(), heard.throughput(),
                100 * result.processor().server(), 100 * result.processor().generator());
    }
}
