package dev.sixtyfold.text;

import dev.sixtyfold.speech.Utterance;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a text that is still being written. An utterance is given out as soon as nothing that may follow can change its
 * reading. However a text was cut into pieces, its utterances are the same, unless a flush came in between. Used by one
 * thread at a time.
 */
public interface IncrementalReader extends UtteranceReader {

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

    /**
     * The next utterance that is certain; nothing while more text is needed, and after the last.
     *
     * <p>If nothing has been pushed for the time that the reader was opened with, it is flushed first.
     */
    @Override
    Optional<Utterance> next();

    /** Whether {@link #end} was called and all has been read. */
    boolean isOver();

    /** How long until {@link #next} flushes by itself; nothing if there is nothing to flush or it never does. */
    Optional<Duration> untilFlush();
}
