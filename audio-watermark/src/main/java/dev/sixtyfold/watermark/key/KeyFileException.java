package dev.sixtyfold.watermark.key;

import java.io.IOException;

/** The key file cannot be used; the message names the file and says what to do. */
public final class KeyFileException extends IOException {
    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }
}
