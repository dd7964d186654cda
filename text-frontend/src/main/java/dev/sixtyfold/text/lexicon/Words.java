package dev.sixtyfold.text.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A text in pieces in which lexicons are looked up: runs of letters and digits, single marks, white space. Apostrophes are
 * made straight, letters composed, and white space a single space, so that it does not matter how they were typed.
 */
final class Words {

    private final List<String> exact = new ArrayList<>();
    private final List<String> lower = new ArrayList<>();
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    private Words() {}

    static Words of(String text) {
        Words words = new Words();
        int at = 0;
        while (at < text.length()) {
            int end = endOfPiece(text, at);
            words.add(fold(text.substring(at, end)), at, end);
            at = end;
        }
        return words;
    }

    private static int endOfPiece(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (isSpace(first)) {
            while (end < text.length() && isSpace(text.charAt(end))) {
                end++;
            }
            return end;
        }
        boolean word = Character.isLetterOrDigit(first);
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (!isMark(next) && !(word && Character.isLetterOrDigit(next))) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private void add(String piece, int start, int end) {
        if (exact.size() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        starts[exact.size()] = start;
        ends[exact.size()] = end;
        exact.add(piece);
        lower.add(piece.toLowerCase(Locale.ROOT));
    }

    /** A piece as it is looked up. */
    private static String fold(String piece) {
        char first = piece.charAt(0);
        if (isSpace(first)) {
            return " ";
        }
        if (first == '’' || first == '‘' || first == 'ʼ') {
            return "'";
        }
        return Normalizer.isNormalized(piece, Normalizer.Form.NFC)
                ? piece
                : Normalizer.normalize(piece,
                        Normalizer.Form.NFC);
    }

    /** Whether the pieces of {@code other} follow one another here, in any case. */
    boolean contains(Words other) {
        return Collections.indexOfSubList(lower, other.lower) >= 0;
    }

    int count() {
        return exact.size();
    }

    boolean isWord(int at) {
        return Character.isLetterOrDigit(exact.get(at).codePointAt(0));
    }

    String piece(int at) {
        return at < exact.size() ? exact.get(at) : "";
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }

    /** The pieces from {@code from} to {@code to}, exclusive, as they are written. */
    String exact(int from, int to) {
        return to == from + 1 ? exact.get(from) : String.join("", exact.subList(from, to));
    }

    /** The same in lower case. */
    String lower(int from, int to) {
        return to == from + 1 ? lower.get(from) : String.join("", lower.subList(from, to));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
