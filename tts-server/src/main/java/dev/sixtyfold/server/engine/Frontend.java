package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.List;

/** Turns a text into what a voice would be given to speak. */
@FunctionalInterface
public interface Frontend {

    /** All utterances of {@code text} as these lexicons have it, in order; together they cover it. */
    List<Utterance> utterances(String text, Lexicons lexicons);

    /** The same without lexicons. */
    default List<Utterance> utterances(String text) {
        return utterances(text, Lexicons.NONE);
    }
}
