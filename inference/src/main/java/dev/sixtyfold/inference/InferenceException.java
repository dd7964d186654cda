package dev.sixtyfold.inference;

/** A graph could not be read, cut, loaded or run; the message names the file or the tensor. */
public class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InferenceException(String message) {
        super(message);
    }

    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A run that failed. The runtime says in words only that memory was what it lacked. */
    static InferenceException ofRun(String what, Exception failure) {
        String reason = String.valueOf(failure.getMessage());
        String message = what + ": " + reason;
        return reason.contains("Failed to allocate memory") || reason.contains("bad_alloc")
                ? new OutOfMemory(message, failure)
                : new InferenceException(message, failure);
    }

    /** The machine, or the device, had no memory left for a run. */
    public static final class OutOfMemory extends InferenceException {
        private static final long serialVersionUID = 1L;

        public OutOfMemory(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
