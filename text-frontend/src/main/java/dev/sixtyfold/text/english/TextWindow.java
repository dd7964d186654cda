package dev.sixtyfold.text.english;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The part of a growing text that has not been read yet. A flush divides the text: what stands before it is read as if the
 * text ended there. Each character is copied a few times at most, however small the pieces are.
 */
final class TextWindow {

    /** Between any two there was a flush; never empty. */
    private final Deque<StringBuilder> blocks = new ArrayDeque<>();
    private String window = "";
    private int position;
    private boolean ended;

    TextWindow() {
        blocks.add(new StringBuilder());
    }

    void push(String piece) {
        if (ended) {
            throw new IllegalStateException("no text may follow the end");
        }
        blocks.getLast().append(piece);
    }

    void flush() {
        if (isEmpty()) {
            return;
        }
        StringBuilder last = blocks.getLast();
        StringBuilder next = new StringBuilder();
        // The first half of a character waits for the second.
        if (!last.isEmpty() && Character.isHighSurrogate(last.charAt(last.length() - 1))) {
            next.append(last.charAt(last.length() - 1));
            last.setLength(last.length() - 1);
        }
        blocks.add(next);
    }

    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether {@link #text} is all there is up to a flush or to the end. */
    boolean isComplete() {
        return blocks.getFirst().isEmpty() && (ended || blocks.size() > 1);
    }

    /** Whether nothing is left of what has been pushed. */
    boolean isEmpty() {
        return position == window.length() && blocks.stream().allMatch(StringBuilder::isEmpty);
    }

    /** The characters from {@link #position} on that are looked at. */
    String text() {
        return window;
    }

    int position() {
        return position;
    }

    void advanceTo(int newPosition) {
        position = newPosition;
    }

    /** Looks at more of the text, up to a flush; whether there was any. */
    boolean extend() {
        if (blocks.getFirst().isEmpty() && position == window.length() && blocks.size() > 1) {
            blocks.removeFirst();
        }
        StringBuilder more = blocks.getFirst();
        if (more.isEmpty()) {
            return false;
        }
        window = position == window.length() ? more.toString() : window.substring(position) + more;
        position = 0;
        more.setLength(0);
        return true;
    }
}
