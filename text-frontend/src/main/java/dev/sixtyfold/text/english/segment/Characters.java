package dev.sixtyfold.text.english.segment;

/** The characters that matter to the ends of sentences. */
final class Characters {

    private static final String CLOSING = "\"'”’»)]}）」』】》*_";
    private static final String OPENING = "\"'“‘«([{（「『【《¿¡*_";

    private Characters() {}

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000b' || c == '\f' || c == '\u0085' || c == '\u2028'
                || c == '\u2029';
    }

    /** Marks that may end a sentence. */
    static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || isStrongStop(c) || c == '‽' || c == '؟';
    }

    /** Marks that end a sentence whatever follows, white space or not. */
    static boolean isStrongStop(char c) {
        return c == '。' || c == '！' || c == '？' || c == '｡' || c == '।' || c == '۔';
    }

    static boolean isOperator(char c) {
        return "=+×÷<>≤≥≠≈".indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static boolean isClosingQuote(char c) {
        return c == '"' || c == '”' || c == '’' || c == '\'' || c == '»' || c == '」';
    }

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }
}
