package dev.sixtyfold.text.english.token;

import java.text.Normalizer;

/**
 * What stands between two white spaces: its visible characters in composed form, and where each came from.
 *
 * @param letters
 *            apostrophes straight, full-width forms and ligatures resolved, invisible characters left out
 * @param starts
 *            for each UTF-16 unit of {@code letters} the first unit in the text that it came from
 * @param ends
 *            for each the unit after the last
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record Chunk(String letters, int[] starts, int[] ends) {

    static Chunk of(String text, int start, int end) {
        StringBuilder letters = new StringBuilder(end - start);
        int[] starts = new int[end - start];
        int[] ends = new int[end - start];
        int at = start;
        while (at < end) {
            int next = clusterEnd(text, at, end);
            String resolved = resolve(text, at, next);
            for (int i = 0; i < resolved.length() && letters.length() < starts.length; i++) {
                starts[letters.length()] = at;
                ends[letters.length()] = next;
                letters.append(resolved.charAt(i));
            }
            at = next;
        }
        return new Chunk(letters.toString(), starts, ends);
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    int length() {
        return letters.length();
    }

    String text(int from, int to) {
        return letters.substring(from, to);
    }

    /** The token of the units from {@code from} to {@code to} of {@link #letters}. */
    Token token(int from, int to) {
        return new Token(text(from, to), starts[from], ends[to - 1], to == letters.length());
    }

    /** A character and the combining marks on it. */
    private static int clusterEnd(String text, int at, int end) {
        int next = at + Character.charCount(text.codePointAt(at));
        while (next < end && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
            next++;
        }
        return Math.min(next, end);
    }

    private static String resolve(String text, int start, int end) {
        int c = text.codePointAt(start);
        if (c < 0x80 && end == start + 1) {
            return c < ' ' || c == 0x7F ? "" : text.substring(start, end);
        }
        if (c == '’' || c == '‘' || c == 'ʼ') {
            return "'";
        }
        if (isInvisible(c)) {
            return "";
        }
        boolean fullWidth = c >= 0xFF01 && c <= 0xFF5E;
        boolean ligature = c >= 0xFB00 && c <= 0xFB06;
        boolean subscript = c >= 0x2080 && c <= 0x2089;
        boolean mathematicalLetter = c >= 0x1D400 && c <= 0x1D7FF;
        Normalizer.Form form = fullWidth || ligature || subscript || mathematicalLetter
                ? Normalizer.Form.NFKC
                : Normalizer.Form.NFC;
        return Normalizer.normalize(text.substring(start, end), form);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL;
    }
}
