package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.Utterance;
import java.util.List;

/** Turns a text into what a voice would be given to speak. */
@FunctionalInterface
public interface Frontend {

    /** All utterances of {@code text}, in order; together they cover it. */
    List<Utterance> utterances(String text);
}
