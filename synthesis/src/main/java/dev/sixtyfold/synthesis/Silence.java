package dev.sixtyfold.synthesis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The silence of a request that its text says nothing of.
 *
 * @param lead
 *            before the first sound
 * @param tail
 *            after the last one
 * @param betweenSentences
 *            from the last sound of a sentence, or of a part of a long one, to the first of the next; null for what the
 *            voice makes by itself
 */
public record Silence(Duration lead, Duration tail, @Nullable Duration betweenSentences) {

    /** Enough for the sounds that begin and end softly. */
    public static final Silence DEFAULTS = new Silence(Duration.ofMillis(30), Duration.ofMillis(50), null);

    /** Of each of the three. */
    public static final Duration LONGEST = Duration.ofSeconds(10);
}
