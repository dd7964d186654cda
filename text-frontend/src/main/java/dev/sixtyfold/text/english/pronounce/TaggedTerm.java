package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.List;

/**
 * A term and what the tagger says of it.
 *
 * @param tags
 *            one for each word that the tagger saw
 */
record TaggedTerm(Term term, List<PartOfSpeech> tags) {

    PartOfSpeech tag() {
        return tags.getFirst();
    }
}
