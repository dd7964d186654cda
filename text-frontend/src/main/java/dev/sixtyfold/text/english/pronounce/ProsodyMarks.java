package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.tag.PartOfSpeech;

/** Punctuation as the alphabet of the voices writes it. */
public final class ProsodyMarks {

    private static final String PAUSES = ".,;:!?…—";
    private static final String DASHES = "-–―‐‑−";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String QUOTES = "\"“”„«»‹›'‘’`";
    private static final String SILENT = "¿¡";
    private static final int LONGEST_RUN = 3;

    private ProsodyMarks() {}

    /**
     * Whether a character shapes the sentence instead of being read: such characters are spoken as prosody or silent, and
     * are not listed as skipped.
     */
    public static boolean isMark(int c) {
        return c < 0x10000 && (PAUSES + DASHES + OPENING + CLOSING + QUOTES + SILENT + "。、，！？；：（）").indexOf(c) >= 0;
    }

    static boolean isMark(String token) {
        return token.codePoints().allMatch(ProsodyMarks::isMark);
    }

    /** Whether a space belongs between a word and a mark, where the text has one or not. */
    static boolean spaceBefore(Sound.Mark mark, boolean space) {
        char first = mark.phonemes().charAt(0);
        return first == '(' || (space && ".,;:!?…)".indexOf(first) < 0);
    }

    /** Whether a space follows the mark before a word, even where the text has none. */
    static boolean isPause(Sound.Mark mark) {
        return ".,;:!?…)".indexOf(mark.phonemes().charAt(mark.phonemes().length() - 1)) >= 0;
    }

    static boolean isHyphen(String token) {
        return token.length() == 1 && "-‐‑".contains(token);
    }

    /** The symbols for a token of marks; empty where it is silent. The tagger tells opening from closing quotes. */
    static String symbols(String token, PartOfSpeech tag) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < token.length() && symbols.length() < LONGEST_RUN; i++) {
            char c = token.charAt(i);
            if (PAUSES.indexOf(c) >= 0) {
                symbols.append(c);
            } else if (DASHES.indexOf(c) >= 0) {
                return "—";
            } else if (OPENING.indexOf(c) >= 0) {
                symbols.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                symbols.append(')');
            } else if (QUOTES.indexOf(c) >= 0) {
                symbols.append(tag == PartOfSpeech.OPENING_QUOTE ? "“" : tag == PartOfSpeech.CLOSING_QUOTE ? "”" : "");
            }
        }
        return symbols.toString();
    }
}
