package dev.sixtyfold.load.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Resident memory after each request of a soak, in KiB. The first tenth is left out of the judgement: caches fill and the
 * compiler is at work then.
 *
 * @param residentKib
 *            at least ten values, in the order in which they were taken
 */
record MemoryTrend(List<Long> residentKib) {

    /** How much the last tenth may lie above the second one. */
    static final int ALLOWED_PERCENT = 5;

    private static final int TENTHS = 10;

    MemoryTrend {
        residentKib = List.copyOf(residentKib);
        if (residentKib.size() < TENTHS) {
            throw new IllegalArgumentException("requests: " + residentKib.size() + " is less than " + TENTHS);
        }
    }

    /** The median of a tenth, from 1 to 10. */
    long medianOfTenth(int tenth) {
        int from = (int) ((long) residentKib.size() * (tenth - 1) / TENTHS);
        int to = (int) ((long) residentKib.size() * tenth / TENTHS);
        List<Long> sorted = new ArrayList<>(residentKib.subList(from, to));
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** From the second to the last tenth, as a part of the second: 0.05 is 5 % more. */
    double growth() {
        return (double) medianOfTenth(TENTHS) / medianOfTenth(2) - 1;
    }

    boolean isBounded() {
        return 100 * medianOfTenth(TENTHS) <= (100 + ALLOWED_PERCENT) * medianOfTenth(2);
    }
}
