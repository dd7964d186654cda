package dev.sixtyfold.text;

import dev.sixtyfold.speech.Utterance;
import java.util.Optional;

/**
 * Reads a text that is still being written. An utterance is given out as soon as nothing that may follow can change its
 * reading. However a text was cut into pieces, its utterances are the same, unless a flush came in between. Used by one
 * thread at a time.
 */
public interface IncrementalReader extends UtteranceReader, IncrementalText {

    /**
     * The next utterance that is certain; nothing while more text is needed, and after the last.
     *
     * <p>If nothing has been pushed for the time that the reader was opened with, it is flushed first.
     */
    @Override
    Optional<Utterance> next();

    /** Whether {@link #end} was called and all has been read. */
    boolean isOver();
}
