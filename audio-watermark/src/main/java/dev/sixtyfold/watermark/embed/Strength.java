package dev.sixtyfold.watermark.embed;

/**
 * How much a cell may be raised or lowered.
 *
 * @param lowDb
 *            at most, below 3.3 kHz, in dB
 * @param highDb
 *            at most, above, in dB
 * @param goalDb
 *            how far a cell shall stand out in the direction of its sign; one that does so already is moved by a quarter
 *            only
 */
public record Strength(double lowDb, double highDb, double goalDb) {

    /** What everything is stamped with: chosen by the trials in {@code docs/watermark.md}. */
    public static final Strength STANDARD = new Strength(2.1, 3.2, 3);

    /** Nothing is stamped more weakly. */
    public static final double LEAST_DB = 1.5;

    private static final double MOST_DB = 6;

    public Strength {
        check("low bands", lowDb);
        check("high bands", highDb);
        if (!(goalDb >= 0 && goalDb <= 20)) {
            throw new IllegalArgumentException("goal of " + goalDb + " dB is not between 0 and 20 dB");
        }
    }

    private static void check(String where, double db) {
        if (!(db >= LEAST_DB && db <= MOST_DB)) {
            throw new IllegalArgumentException(
                    "strength in the " + where + ": " + db + " dB is not between " + LEAST_DB + " and " + MOST_DB
                            + " dB");
        }
    }
}
