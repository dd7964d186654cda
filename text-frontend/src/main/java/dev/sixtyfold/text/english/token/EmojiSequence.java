package dev.sixtyfold.text.english.token;

/** Pictures that are one to the reader, however many characters they are written with (Unicode Technical Standard 51). */
public final class EmojiSequence {

    public static final int JOINER = 0x200D;
    /** Asks for a picture instead of a plain sign. */
    public static final int PICTURE_STYLE = 0xFE0F;
    public static final int KEYCAP = 0x20E3;

    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    /** Signs below this are read as signs unless a picture is asked for. */
    private static final int FIRST_SIGN = 0x203C;

    private EmojiSequence() {}

    /** The end of the sequence that begins at {@code at}, in UTF-16 units; {@code at} itself if none does. */
    static int end(String text, int at, int limit) {
        int first = text.codePointAt(at);
        int next = at + Character.charCount(first);
        if (first < FIRST_SIGN) {
            return keycapEnd(text, first, next, limit) > 0 ? keycapEnd(text, first, next, limit) : at;
        }
        if (isRegional(first)) {
            return next < limit && isRegional(text.codePointAt(next)) ? next + 2 : next;
        }
        if (!isPicture(text, first, next, limit)) {
            return at;
        }
        next = modifiersEnd(text, next, limit);
        while (next + 1 < limit && text.charAt(next) == JOINER && Character.isEmoji(text.codePointAt(next + 1))) {
            next = modifiersEnd(text, next + 1 + Character.charCount(text.codePointAt(next + 1)), limit);
        }
        return Math.min(next, limit);
    }

    public static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    /** Those that are pictures by themselves or are asked to be; ™ and ↔ are signs. */
    private static boolean isPicture(String text, int first, int next, int limit) {
        boolean asked = next < limit && text.charAt(next) == PICTURE_STYLE;
        return Character.isEmoji(first) && (Character.isEmojiPresentation(first) || asked || first >= 0x1F000
                || (first >= 0x2600 && first < 0x27C0));
    }

    private static int keycapEnd(String text, int first, int next, int limit) {
        boolean key = (first >= '0' && first <= '9') || first == '#' || first == '*';
        int at = key && next < limit && text.charAt(next) == PICTURE_STYLE ? next + 1 : next;
        return key && at < limit && text.charAt(at) == KEYCAP ? at + 1 : 0;
    }

    private static int modifiersEnd(String text, int from, int limit) {
        int at = from;
        while (at < limit) {
            int c = text.codePointAt(at);
            boolean modifier = c == PICTURE_STYLE || c == PICTURE_STYLE - 1 || c == KEYCAP
                    || Character.isEmojiModifier(c) || (c >= FIRST_TAG && c <= LAST_TAG);
            if (!modifier) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
