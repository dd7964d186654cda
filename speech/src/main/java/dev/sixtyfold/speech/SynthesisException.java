package dev.sixtyfold.speech;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a request could not be served. The message is for the caller to read: it names the field or the file and says what
 * would be right, and never holds the text that was to be spoken.
 */
public abstract sealed class SynthesisException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SynthesisException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Without the places where it arose: nobody looks at them, and a flood of such answers has to be cheap. */
    private SynthesisException(String message) {
        super(message, null, false, false);
    }

    /** The request itself is wrong. */
    public static final class InvalidRequest extends SynthesisException {
        private static final long serialVersionUID = 1L;

        private final String field;

        /**
         * @param field
         *            dotted path of the field in the request, such as {@code audio_config.sample_rate_hertz}
         * @param problem
         *            what is wrong with it and what would be right
         */
        public InvalidRequest(String field, String problem) {
            super(field + ": " + problem, null);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** There is no voice of that name. */
    public static final class UnknownVoice extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public UnknownVoice(String message) {
            super(message, null);
        }
    }

    /** The voice exists, but it is not on this machine and could not be put there, or its files are damaged. */
    public static final class VoiceUnavailable extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public VoiceUnavailable(String message) {
            super(message, null);
        }

        public VoiceUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server has as much to do as it can promise to do in time. */
    public static final class Overloaded extends SynthesisException {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Overloaded(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** What has to be put on record before anything is spoken cannot be written; nothing is spoken without it. */
    public static final class RecordsUnavailable extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public RecordsUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The caller did not say who it is. */
    public static final class Unauthenticated extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public Unauthenticated(String message) {
            super(message, null);
        }
    }

    /** The caller may not do this. */
    public static final class Forbidden extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message, null);
        }
    }

    /** The server is shutting down. */
    public static final class ShuttingDown extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public ShuttingDown() {
            super("the server is shutting down; try another one", null);
        }
    }

    /** The caller went away or gave up. */
    public static final class Cancelled extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("the request was cancelled", null);
        }
    }

    /** The caller's deadline passed before the work was done. */
    public static final class DeadlineExceeded extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public DeadlineExceeded() {
            super("the deadline of the request has passed", null);
        }
    }

    /** The caller is there, but has stopped taking audio. */
    public static final class ReaderStalled extends SynthesisException {
        private static final long serialVersionUID = 1L;

        /**
         * @param limit
         *            how long it had taken nothing
         */
        public ReaderStalled(Duration limit) {
            super("no audio was taken for " + limit.toMillis() / 1000.0 + " s; read the stream as it comes", null);
        }
    }

    /** A stage failed in a way that no request should be able to cause. */
    public static final class StageFailed extends SynthesisException {
        private static final long serialVersionUID = 1L;

        public StageFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
