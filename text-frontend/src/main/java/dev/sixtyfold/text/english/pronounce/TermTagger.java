package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.homograph.Homographs;
import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.tag.Tagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the parts of speech of the terms of a sentence, and what it says of words that are written like others. */
final class TermTagger {

    private final Tagger tagger;
    private final Homographs homographs;

    TermTagger(Tagger tagger, Homographs homographs) {
        this.tagger = tagger;
        this.homographs = homographs;
    }

    List<TaggedTerm> tag(List<Term> terms) {
        List<String> words = terms.stream().flatMap(term -> term.taggedAs().stream()).toList();
        List<PartOfSpeech> tags = tagger.tag(words);
        List<TaggedTerm> tagged = new ArrayList<>(terms.size());
        int at = 0;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int next = at + term.taggedAs().size();
            Optional<Reading> homograph = term.isAsWritten() ? homographs.read(words, tags, at) : Optional.empty();
            List<PartOfSpeech> own = LetterNames.isLetter(terms, i)
                    ? List.of(PartOfSpeech.SYMBOL)
                    : tags.subList(at, next);
            tagged.add(homograph.isPresent() && isPrefixed(terms, i)
                    ? withoutPrefix(term, words, at)
                    : new TaggedTerm(term, own, homograph.orElse(null)));
            at = next;
        }
        return tagged;
    }

    /** Whether a prefix and a hyphen stand before the term, without a space: re-read, pre-record. */
    private static boolean isPrefixed(List<Term> terms, int at) {
        return at > 1 && isGlued(terms.get(at - 1)) && terms.get(at - 1).token().text().equals("-")
                && isGlued(terms.get(at - 2))
                && switch (terms.get(at - 2).token().text().toLowerCase(Locale.ROOT)) {
                    case "re", "mis", "pre", "un", "over", "under", "co", "de", "out" -> true;
                    default -> false;
                };
    }

    private static boolean isGlued(Term term) {
        return term.isAsWritten() && !term.token().spaceAfter();
    }

    /** "I will re-read it" is read as "I will read it": neither the tagger nor the classifier has seen the prefix. */
    private TaggedTerm withoutPrefix(Term term, List<String> words, int at) {
        List<String> plain = new ArrayList<>(words.subList(0, at - 2));
        plain.addAll(words.subList(at, words.size()));
        List<PartOfSpeech> tags = tagger.tag(plain);
        return new TaggedTerm(term, List.of(tags.get(at - 2)),
                homographs.read(plain, tags, at - 2).orElse(null));
    }
}
