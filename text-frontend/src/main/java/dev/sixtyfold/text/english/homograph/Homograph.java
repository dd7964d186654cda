package dev.sixtyfold.text.english.homograph;

import java.util.List;

/**
 * A written form of several words.
 *
 * @param word
 *            in lower case
 * @param senses
 *            at least two; the scores of the others are relative to the first
 */
public record Homograph(String word, List<Sense> senses) {

    public Homograph {
        senses = List.copyOf(senses);
        if (senses.size() < 2) {
            throw new IllegalArgumentException(word + " has no two senses");
        }
    }
}
