package dev.sixtyfold.server.storage;

import java.io.IOException;

/** The database cannot be used; the message names it and says what to do. */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
