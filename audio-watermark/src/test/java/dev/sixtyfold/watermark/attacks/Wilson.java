package dev.sixtyfold.watermark.attacks;

import java.util.Locale;

/**
 * A rate and its 95 % interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Amer.
 * Statist. Assoc. 22, 1927.
 */
record Wilson(int successes, int trials) {

    private static final double Z = 1.959964;

    double rate() {
        return trials == 0 ? 0 : (double) successes / trials;
    }

    double low() {
        return centre() - halfWidth();
    }

    double high() {
        return centre() + halfWidth();
    }

    private double centre() {
        return (rate() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double halfWidth() {
        return Z / (1 + Z * Z / trials) * Math.sqrt(rate() * (1 - rate()) / trials + Z * Z / (4.0 * trials * trials));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * rate(), 100 * low(), 100 * high());
    }
}
