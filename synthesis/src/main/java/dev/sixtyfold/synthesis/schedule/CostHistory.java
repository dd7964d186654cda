package dev.sixtyfold.synthesis.schedule;

import java.util.Arrays;

/**
 * What work has cost lately, so that what is asked for now can be predicted. Medians and sums over the last few dozen
 * pieces: a hiccup is forgotten, a slower machine is not.
 */
final class CostHistory {

    private static final int WINDOW = 64;
    /** With fewer, the code is still being compiled, and what it costs says nothing. */
    private static final int ENOUGH = 32;

    private final long[] firsts = new long[WINDOW];
    private final long[] later = new long[WINDOW];
    private final long[] computed = new long[WINDOW];
    private final long[] played = new long[WINDOW];
    private int firstCount;
    private int laterCount;

    /** The first piece of a stream has been computed. */
    void first(long nanos) {
        firsts[firstCount++ % WINDOW] = nanos;
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
        later[laterCount % WINDOW] = nanos;
        computed[laterCount % WINDOW] = streamNanos;
        played[laterCount++ % WINDOW] = streamAudioNanos;
    }

    /** Whether a first piece's cost is known. */
    boolean isEnough() {
        return firstCount >= ENOUGH;
    }

    /** Of a stream's first piece, in nanoseconds; 0 if not known. */
    long first() {
        return median(firsts, firstCount);
    }

    /** Of a later one; that of a first one if not known. */
    long later() {
        return laterCount < ENOUGH ? first() : median(later, laterCount);
    }

    /** Time of one thread for each second of audio, of streams that go on after their first piece; 0 if not known. */
    double computePerAudio() {
        long audio = Arrays.stream(played).sum();
        return laterCount < WINDOW || audio == 0 ? 0 : (double) Arrays.stream(computed).sum() / audio;
    }

    private static long median(long[] window, int count) {
        int length = Math.min(count, WINDOW);
        if (length < ENOUGH) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(window, length);
        Arrays.sort(sorted);
        return sorted[length / 2];
    }
}
