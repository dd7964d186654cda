package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.List;

/** Turns what is to be spoken into what a voice would be given to speak. */
@FunctionalInterface
public interface Frontend {

    /**
     * All utterances of {@code input} as these lexicons have it, in order; together they cover it.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.InvalidRequest
     *             if it is an SSML document that cannot be followed
     */
    List<Utterance> utterances(SpokenInput input, Lexicons lexicons);

    /** Those of a plain text. */
    default List<Utterance> utterances(String text, Lexicons lexicons) {
        return utterances(new SpokenInput.PlainText(text), lexicons);
    }

    /** Those of a plain text, without lexicons. */
    default List<Utterance> utterances(String text) {
        return utterances(text, Lexicons.NONE);
    }
}
