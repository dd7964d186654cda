package dev.sixtyfold.text;

import java.time.Duration;
import java.util.Optional;

/** A text that is still being written. Used by one thread at a time. */
public interface IncrementalText {

    /**
     * Adds to the text. Pieces may end anywhere, within a word or a character too.
     *
     * @throws IllegalStateException
     *             after {@link #end}
     */
    void push(String piece);

    /** What has been pushed so far is read to its last word, as if the text ended here; then it may go on. */
    void flush();

    /** Nothing more follows. */
    void end();

    /** How long until the text is flushed by itself; nothing if there is nothing to flush or it never is. */
    Optional<Duration> untilFlush();
}
