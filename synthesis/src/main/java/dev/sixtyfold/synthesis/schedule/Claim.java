package dev.sixtyfold.synthesis.schedule;

/**
 * What a stream asks of the scheduler.
 *
 * @param caller
 *            on whose account it computes: callers are treated alike, however many streams each of them has
 */
public record Claim(Lane lane, String caller) {

    /** A live stream of a caller who is alone, such as a command line's. */
    public static final Claim ALONE = new Claim(Lane.LIVE, "");
}
