package dev.sixtyfold.text;

import dev.sixtyfold.speech.Utterance;
import java.util.Optional;

/**
 * The utterances of one text in order, each made when it is asked for, so that the first of a long text is ready at once.
 * Used by one thread at a time.
 */
public interface UtteranceReader {

    /** The next utterance, or nothing after the last. */
    Optional<Utterance> next();
}
