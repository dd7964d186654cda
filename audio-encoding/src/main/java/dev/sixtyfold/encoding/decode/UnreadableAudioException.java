package dev.sixtyfold.encoding.decode;

import java.io.IOException;

/** A recording is of a kind that is not read, or damaged; the message names it and says what would be right. */
public final class UnreadableAudioException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableAudioException(String message) {
        super(message);
    }

    UnreadableAudioException(String message, Throwable cause) {
        super(message, cause);
    }
}
