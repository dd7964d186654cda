package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term and what the tagger says of it.
 *
 * @param tags
 *            one for each word that the tagger saw
 * @param homograph
 *            the reading that the sentence decides for a word that is written like another; null for other words
 */
record TaggedTerm(Term term, List<PartOfSpeech> tags, @Nullable Reading homograph) {

    PartOfSpeech tag() {
        return tags.getFirst();
    }
}
