package dev.sixtyfold.synthesis.schedule;

import java.util.Arrays;

/**
 * What work has cost lately, so that what is asked for now can be predicted. Medians over the last few dozen pieces: a
 * hiccup is forgotten, a slower machine is not. What a second of audio costs is a mean over many more of them: whoever is
 * let in as soon as the figure is low enough would else be let in by its noise.
 */
final class CostHistory {

    private static final int WINDOW = 64;
    /** With fewer, the code is still being compiled, and what it costs says nothing. */
    private static final int ENOUGH = 32;
    /** The weight of a piece in the mean falls by this with each one after it. */
    private static final double KEPT = 1 - 1.0 / 1024;

    private final RecentMedian firsts = new RecentMedian();
    private final RecentMedian later = new RecentMedian();
    private double computed;
    private double played;

    /** The first piece of a stream has been computed. */
    void first(long nanos) {
        firsts.add(nanos);
    }

    /**
     * A later one has.
     *
     * @param streamNanos
     *            what it cost, and with a second piece what the first one did: that holds the work on the whole sentence,
     *            which is not for its own audio alone
     * @param streamAudioNanos
     *            what these made
     */
    void later(long nanos, long streamNanos, long streamAudioNanos) {
        later.add(nanos);
        computed = computed * KEPT + streamNanos;
        played = played * KEPT + streamAudioNanos;
    }

    /** Whether a first piece's cost is known. */
    boolean isEnough() {
        return firsts.count >= ENOUGH;
    }

    /** Of a stream's first piece, in nanoseconds; 0 if not known. */
    long first() {
        return firsts.median();
    }

    /** Of a later one; that of a first one if not known. */
    long later() {
        return later.count < ENOUGH ? first() : later.median();
    }

    /** Time of one thread for each second of audio, of streams that go on after their first piece; 0 if not known. */
    double computePerAudio() {
        return later.count < WINDOW || played == 0 ? 0 : computed / played;
    }

    /** It is asked for far more often than it changes. */
    private static final class RecentMedian {

        private final long[] window = new long[WINDOW];
        private int count;
        private long known;
        private boolean stale;

        void add(long nanos) {
            window[count++ % WINDOW] = nanos;
            stale = true;
        }

        long median() {
            if (stale) {
                int length = Math.min(count, WINDOW);
                long[] sorted = Arrays.copyOf(window, length);
                Arrays.sort(sorted);
                known = length < ENOUGH ? 0 : sorted[length / 2];
                stale = false;
            }
            return known;
        }
    }
}
