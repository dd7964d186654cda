package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.StampedAudio;
import java.time.Duration;
import java.util.Optional;

/**
 * The audio of a request whose text arrives while it is spoken. The samples are those of the whole text at once, wherever
 * no flush came in between. Used by one thread at a time.
 */
public interface IncrementalSynthesis extends SynthesisStream {

    /**
     * Adds to the text.
     *
     * @throws IllegalStateException
     *             after {@link #end}
     */
    void push(String piece);

    /** What has been pushed so far is spoken to its last word, as if the text ended here; then it may go on. */
    void flush();

    /** Nothing more follows. */
    void end();

    /** {@inheritDoc} Returns nothing as well while more text is needed: see {@link #isWaiting}. */
    @Override
    Optional<StampedAudio> next();

    /** How long until the text is flushed by itself; nothing if there is nothing to flush or it never is. */
    Optional<Duration> untilFlush();
}
