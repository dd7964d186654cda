package dev.sixtyfold.text.english.token;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What stands between two white spaces: its visible characters in composed form, and where each came from.
 *
 * <p>Apostrophes are straight; full-width forms, ligatures, subscripts and the like are what they are compatible with;
 * invisible characters and marks of layout are left out.
 */
final class Chunk {

    /** Characters below this are composed already and compatible with themselves, if no mark is combined with them. */
    private static final int FIRST_COMPATIBLE = 0x132;

    private final String letters;
    /** Where the first of {@link #letters} came from, if each came from one unit of the text in turn. */
    private final int offset;
    /** For each unit of {@link #letters} the first unit of the text that it came from; empty if they came in turn. */
    private final int[] starts;
    /** For each the unit after the last. */
    private final int[] ends;
    private final boolean spaceAfter;

    private Chunk(String letters, int offset, int[] starts, int[] ends, boolean spaceAfter) {
        this.letters = letters;
        this.offset = offset;
        this.starts = starts;
        this.ends = ends;
        this.spaceAfter = spaceAfter;
    }

    /**
     * The chunk from {@code start} to {@code end}.
     *
     * @param spaceAfter
     *            whether white space or the end of the sentence follows
     */
    static Chunk of(String text, int start, int end, Layout layout, boolean spaceAfter) {
        if (isPlain(text, start, end, layout)) {
            return new Chunk(text.substring(start, end), start, new int[0], new int[0], spaceAfter);
        }
        StringBuilder letters = new StringBuilder(end - start);
        int[] starts = new int[end - start];
        int[] ends = new int[end - start];
        int at = start;
        while (at < end) {
            int next = clusterEnd(text, at, end);
            String resolved = layout.at(at).map(part -> part == Layout.Part.CELL ? "," : "")
                    .orElse(resolve(text, at, next));
            if (letters.length() + resolved.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * (letters.length() + resolved.length()));
                ends = Arrays.copyOf(ends, starts.length);
            }
            for (int i = 0; i < resolved.length(); i++) {
                starts[letters.length()] = at;
                ends[letters.length()] = next;
                letters.append(resolved.charAt(i));
            }
            at = next;
        }
        return new Chunk(letters.toString(), start, starts, ends, spaceAfter);
    }

    String letters() {
        return letters;
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
        boolean inTurn = starts.length == 0;
        return new Token(text(from, to), inTurn ? offset + from : starts[from], inTurn ? offset + to : ends[to - 1],
                spaceAfter && to == letters.length());
    }

    private static boolean isPlain(String text, int start, int end, Layout layout) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        if (!layout.isEmpty()) {
            for (int i = start; i < end; i++) {
                if (layout.at(i).isPresent()) {
                    return false;
                }
            }
        }
        return true;
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
        if (c == '’' || c == '‘' || c == '‛' || c == 'ʼ') {
            return "'";
        }
        // Typed for an apostrophe where the keyboard has none: don´t.
        if (c == '´' && end < text.length() && Character.isLetter(text.charAt(end))) {
            return "'";
        }
        if (isInvisible(c)) {
            return "";
        }
        if (c < FIRST_COMPATIBLE && end == start + 1) {
            return text.substring(start, end);
        }
        String cluster = text.substring(start, end);
        if (isSign(c)) {
            return Normalizer.normalize(cluster, Normalizer.Form.NFC);
        }
        String compatible = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        // Marks that stand alone would become white space with something on it.
        return compatible.indexOf(' ') >= 0 ? Normalizer.normalize(cluster, Normalizer.Form.NFC) : compatible;
    }

    /** Signs that mean more than what they are compatible with: ½ is not 1⁄2, ² not 2, … not three dots. */
    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_NUMBER -> (c < 0x2080 || c > 0x2089) && (c < 0x2460 || c > 0x24FF);
            case Character.OTHER_SYMBOL -> c == '™' || c == '℠' || c == '©' || c == '®';
            default -> c == '…' || c == '‑';
        };
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL || (c >= 0xFE00 && c <= 0xFE0F);
    }
}
