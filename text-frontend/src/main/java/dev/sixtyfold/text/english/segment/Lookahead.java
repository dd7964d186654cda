package dev.sixtyfold.text.english.segment;

/**
 * A text of which more may come. It keeps whether anybody has asked for what is not there yet: as long as nobody has, no
 * continuation can change an answer. Used for one question, by one thread.
 */
final class Lookahead {

    private final String text;
    private final boolean complete;
    private boolean askedBeyond;

    Lookahead(String text, boolean complete) {
        this.text = text;
        this.complete = complete;
    }

    /** Whether there is a character at this place. Has to be asked before {@link #at}. */
    boolean has(int at) {
        if (at < text.length()) {
            return true;
        }
        askedBeyond |= !complete;
        return false;
    }

    char at(int at) {
        return text.charAt(at);
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    /** Whether some answer so far could be another one if the text went on. */
    boolean isOpen() {
        return askedBeyond;
    }
}
