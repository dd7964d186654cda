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
    private int pieceCount;

    /**
     * A piece has been computed.
     *
     * @param first
     *            of its stream
     */
    void piece(boolean first, long nanos, long audioNanos) {
        if (first) {
            firsts[firstCount++ % WINDOW] = nanos;
        } else {
            later[laterCount++ % WINDOW] = nanos;
        }
        computed[pieceCount % WINDOW] = nanos;
        played[pieceCount++ % WINDOW] = audioNanos;
    }

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

    /** Time of one thread for each second of audio; 0 if not known. */
    double computePerAudio() {
        long audio = Arrays.stream(played).sum();
        return pieceCount < WINDOW || audio == 0 ? 0 : (double) Arrays.stream(computed).sum() / audio;
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
