package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest part of a word that may be looked up by itself.
 *
 * @param homograph
 *            how it is read in this sentence if it is written like another word, otherwise null
 * @param token
 *            number of the token within the word that it is part of
 */
record Piece(String text, PartOfSpeech tag, @Nullable Reading homograph, int token) {

    enum Kind {
        LETTERS, DIGITS, OTHER
    }

    Kind kind() {
        return kind(text.charAt(0));
    }

    /** Whether both are letters of one token. */
    boolean isSameLetters(Piece other) {
        return token == other.token && kind() == Kind.LETTERS && other.kind() == Kind.LETTERS;
    }

    /** Splits at hyphens and signs, between letters and digits, and where a capital begins a word inside one. */
    static List<Piece> split(String token, PartOfSpeech tag, @Nullable Reading homograph, int number) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= token.length(); at++) {
            if (at == token.length() || isBoundary(token, at)) {
                boolean whole = start == 0 && at == token.length();
                pieces.add(new Piece(token.substring(start, at), tag, whole ? homograph : null, number));
                start = at;
            }
        }
        return pieces;
    }

    private static boolean isBoundary(String token, int at) {
        char before = token.charAt(at - 1);
        char after = token.charAt(at);
        if (kind(before) != Kind.LETTERS || kind(after) != Kind.LETTERS) {
            boolean sign = kind(before) == Kind.OTHER || kind(after) == Kind.OTHER;
            return sign || kind(before) != kind(after);
        }
        boolean camel = Character.isLowerCase(before) && Character.isUpperCase(after);
        boolean endOfCapitals = Character.isUpperCase(before) && Character.isUpperCase(after) && at + 1 < token.length()
                && Character.isLowerCase(token.charAt(at + 1));
        return camel || endOfCapitals;
    }

    private static Kind kind(char c) {
        if (Character.isDigit(c)) {
            return Kind.DIGITS;
        }
        boolean letter = Character.isLetter(c) || c == '\'' || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
        return letter ? Kind.LETTERS : Kind.OTHER;
    }
}
