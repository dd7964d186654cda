package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Terms that stand together without a space: one word to the listener. Or one punctuation mark.
 *
 * @param terms
 *            at least one
 */
record WordGroup(List<TaggedTerm> terms, boolean isMark) {

    /** A longer one is several words: it could not be spoken in one breath, nor in one utterance. */
    private static final int LONGEST = 48;

    /** The groups of a sentence, in order. */
    static List<WordGroup> of(List<TaggedTerm> terms) {
        List<WordGroup> groups = new ArrayList<>();
        List<TaggedTerm> open = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < terms.size(); i++) {
            TaggedTerm term = terms.get(i);
            Token token = term.term().token();
            boolean gluedBefore = !open.isEmpty();
            if (term.term().rule() == null && ProsodyMarks.isMark(token.text())
                    && !(gluedBefore && joins(terms, i))) {
                close(open, groups);
                groups.add(new WordGroup(List.of(term), true));
                continue;
            }
            if (length + token.text().length() > LONGEST) {
                close(open, groups);
                length = 0;
            }
            open.add(term);
            length += token.text().length();
            if (token.spaceAfter()) {
                close(open, groups);
                length = 0;
            }
        }
        close(open, groups);
        return groups;
    }

    private static void close(List<TaggedTerm> open, List<WordGroup> groups) {
        if (!open.isEmpty()) {
            groups.add(new WordGroup(List.copyOf(open), false));
            open.clear();
        }
    }

    /** A hyphen between two words or at the end of one ("user- and"), or the apostrophe of a possessive, belongs to the word. */
    private static boolean joins(List<TaggedTerm> terms, int at) {
        TaggedTerm term = terms.get(at);
        Token token = term.term().token();
        if (token.text().equals("'")) {
            return term.tag() == PartOfSpeech.POSSESSIVE;
        }
        if (ProsodyMarks.isHyphen(token.text()) && token.spaceAfter()) {
            return true;
        }
        boolean wordFollows = !token.spaceAfter() && at + 1 < terms.size()
                && !ProsodyMarks.isMark(terms.get(at + 1).term().token().text());
        return ProsodyMarks.isHyphen(token.text()) && wordFollows;
    }

    int start() {
        return terms.getFirst().term().token().start();
    }

    /** The terms, those that are read as they are written taken together where they follow one another. */
    List<List<TaggedTerm>> runs() {
        List<List<TaggedTerm>> runs = new ArrayList<>();
        boolean open = false;
        for (TaggedTerm term : terms) {
            boolean written = term.term().rule() == null;
            if (written && open) {
                runs.getLast().add(term);
            } else {
                runs.add(new ArrayList<>(List.of(term)));
            }
            open = written;
        }
        return runs;
    }

    /** In letters: what a rule has put into words is set off from what stands as it is written, if no hyphen ties them. */
    String spoken() {
        StringBuilder spoken = new StringBuilder();
        for (List<TaggedTerm> run : runs()) {
            String part = words(run);
            boolean tied = part.startsWith("'") || startsWithHyphen(part)
                    || (!spoken.isEmpty() && ProsodyMarks.isHyphen(spoken.substring(spoken.length() - 1)));
            spoken.append(spoken.isEmpty() || part.isEmpty() || tied ? "" : " ").append(part);
        }
        return spoken.toString();
    }

    private static boolean startsWithHyphen(String part) {
        return !part.isEmpty() && ProsodyMarks.isHyphen(part.substring(0, 1));
    }

    private static String words(List<TaggedTerm> run) {
        return run.getFirst().term().rule() == null
                ? run.stream().map(term -> withoutStops(term.term().token().text())).collect(Collectors.joining())
                : SpokenMarks.join(run.getFirst().term().words());
    }

    /** U.S. and Ph.D. are spoken of as US and PhD. */
    private static String withoutStops(String token) {
        int dot = token.indexOf('.');
        if (dot <= 0 || dot == token.length() - 1) {
            return token;
        }
        int letters = 0;
        for (int i = 0; i < token.length(); i++) {
            letters = token.charAt(i) == '.' ? 0 : letters + 1;
            if (letters > 2 || (letters > 0 && !Character.isLetter(token.charAt(i)))) {
                return token;
            }
        }
        return token.replace(".", "");
    }
}
