package dev.sixtyfold.text;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How long an {@link IncrementalReader} waits for more text before it reads what it has.
 *
 * @param clock
 *            that tells the time
 * @param time
 *            without a piece of text; zero to wait for ever
 */
public record IdleLimit(InstantSource clock, Duration time) {

    /** Waits for ever. */
    public static final IdleLimit NEVER = new IdleLimit(InstantSource.system(), Duration.ZERO);

    public IdleLimit {
        if (time.isNegative()) {
            throw new IllegalArgumentException("an idle time of " + time + " is less than none");
        }
    }
}
