package dev.sixtyfold.text.english.tag;

import java.util.Locale;

/** What the tagger sees of a word beside its letters; the notation is the one its weights were trained with. */
final class WordShape {

    private static final int SHAPE_LENGTH = 4;

    private WordShape() {}

    /** The last three characters, or all of a shorter word. */
    static String ending(String word) {
        return word.substring(Math.max(0, word.length() - 3));
    }

    /** The word in lower case; numbers and hyphenated words by a class of their own. */
    static String fold(String word) {
        if (word.indexOf('-') > 0) {
            return "!HYPHEN";
        }
        if (Character.isDigit(word.charAt(0))) {
            return word.length() == 4 && isDigits(word) ? "!YEAR" : "!DIGITS";
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** {@code Xx} for a capitalised word, {@code d} for digits, …; of mixed characters the classes of the first four. */
    static String of(String word) {
        if (isDigits(word)) {
            return "d";
        }
        if (!isLetters(word)) {
            return classes(word);
        }
        if (word.equals(word.toLowerCase(Locale.ROOT))) {
            return "x";
        }
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return word.length() == 1 ? "X1" : "XX";
        }
        boolean capitalised = Character.isUpperCase(word.charAt(0))
                && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        return capitalised ? "Xx" : "xX";
    }

    private static String classes(String word) {
        StringBuilder classes = new StringBuilder(SHAPE_LENGTH);
        for (int i = 0; i < Math.min(SHAPE_LENGTH, word.length()); i++) {
            char c = word.charAt(i);
            classes.append(Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c);
        }
        return classes.toString();
    }

    private static boolean isDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
