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

    /** The machine, or the device, had no memory left for a run. */
    public static final class OutOfMemory extends InferenceException {
        private static final long serialVersionUID = 1L;

        public OutOfMemory(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
