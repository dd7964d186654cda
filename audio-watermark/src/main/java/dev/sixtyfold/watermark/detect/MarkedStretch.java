package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.CellGrid;

/**
 * From where to where the mark goes that a reading found: the run of slots that gains most if each gets what it agrees with
 * the mark, less half of what marked slots agree on average. That average is taken over the run found before.
 *
 * @param from
 *            first slot
 * @param to
 *            slot after the last
 */
record MarkedStretch(int from, int to) {

    private static final int ROUNDS = 3;

    static MarkedStretch of(KeyedSearch.Reading reading, int from, int to, boolean[] done) {
        CellEvidence evidence = reading.folded().evidence();
        int end = Math.min(to, evidence.slots());
        double[] agreement = new double[end];
        double[] size = new double[end];
        for (int slot = from; slot < end; slot++) {
            if (slot >= done.length || !done[slot]) {
                int row = slot * CellGrid.BANDS;
                int pattern = (slot + reading.startSlot()) % CellGrid.PERIOD * CellGrid.BANDS;
                for (int band = 0; band < CellGrid.BANDS; band++) {
                    float value = evidence.values()[row + band];
                    agreement[slot] += value * reading.cellSigns()[pattern + band];
                    size[slot] += Math.abs(value);
                }
            }
        }
        MarkedStretch run = new MarkedStretch(from, end);
        for (int round = 0; round < ROUNDS; round++) {
            run = run.refined(agreement, size, from, end);
        }
        return run;
    }

    private MarkedStretch refined(double[] agreement, double[] size, int first, int end) {
        double agreed = 0;
        double all = 1e-9;
        for (int slot = from; slot < to; slot++) {
            agreed += agreement[slot];
            all += size[slot];
        }
        double half = 0.5 * agreed / all;
        double sum = 0;
        double best = 0;
        int start = first;
        MarkedStretch run = this;
        for (int slot = first; slot < end; slot++) {
            double gain = agreement[slot] - half * size[slot];
            if (sum <= 0) {
                sum = 0;
                start = slot;
            }
            sum += gain;
            if (sum > best) {
                best = sum;
                run = new MarkedStretch(start, slot + 1);
            }
        }
        return run;
    }
}
