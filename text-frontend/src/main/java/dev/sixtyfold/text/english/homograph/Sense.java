package dev.sixtyfold.text.english.homograph;

import dev.sixtyfold.text.english.reading.Dialect;

/**
 * One of the words that share a written form.
 *
 * @param id
 *            in the training data, {@code "bow_nou-ship"}
 * @param label
 *            what it is, for people: {@code "past tense"}
 * @param verb
 *            whether it is the only sense of its word that is a verb, so that what tells verbs from other words tells it
 *            from its rivals
 * @param american
 *            pronunciation in the lexicon's notation
 * @param british
 *            pronunciation in the lexicon's notation
 */
public record Sense(String id, String label, boolean verb, String american, String british) {

    /** The pronunciation in a dialect. */
    public String phonemes(Dialect dialect) {
        return switch (dialect) {
            case AMERICAN -> american;
            case BRITISH -> british;
        };
    }
}
