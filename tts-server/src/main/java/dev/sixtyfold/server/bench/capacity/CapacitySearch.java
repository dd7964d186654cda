package dev.sixtyfold.server.bench.capacity;

/**
 * Finds the largest number that a trial passes, first by doubling, then by halving the interval that is left. It takes it
 * that what is carried by many is carried by fewer.
 *
 * @param first
 *            number that is tried, at least 1
 * @param most
 *            that are tried, at least {@code first}
 * @param resolution
 *            how wide, as a part of the result, the interval may be that is left
 */
record CapacitySearch(int first, int most, double resolution) {

    CapacitySearch {
        if (first < 1 || most < first || !(resolution >= 0)) {
            throw new IllegalArgumentException("search: from " + first + " to " + most + " by " + resolution);
        }
    }

    /** One attempt. */
    @FunctionalInterface
    interface Trial {
        boolean carries(int listeners) throws InterruptedException;
    }

    /** The largest number that passed; 0 if none did. */
    int find(Trial trial) throws InterruptedException {
        int carried = 0;
        int tooMany = most + 1;
        for (int next = first; carried < most && tooMany > most; next = Math.min(most, 2 * carried)) {
            if (trial.carries(next)) {
                carried = next;
            } else {
                tooMany = next;
            }
        }
        while (tooMany - carried > Math.max(1, (int) (resolution * carried))) {
            int middle = carried + (tooMany - carried) / 2;
            if (trial.carries(middle)) {
                carried = middle;
            } else {
                tooMany = middle;
            }
        }
        return carried;
    }
}
