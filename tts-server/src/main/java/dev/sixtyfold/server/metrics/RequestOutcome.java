package dev.sixtyfold.server.metrics;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import dev.sixtyfold.speech.SynthesisException.Forbidden;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import dev.sixtyfold.speech.SynthesisException.ReaderStalled;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import dev.sixtyfold.speech.SynthesisException.ShuttingDown;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import dev.sixtyfold.speech.SynthesisException.Unauthenticated;
import dev.sixtyfold.speech.SynthesisException.UnknownVoice;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import java.util.Locale;

/** How a request for speech ended, as its metrics have it. */
enum RequestOutcome {
    FINISHED,
    /** Closed before its end: cancelled, a connection that broke, a reader who stalled. */
    CANCELLED, DEADLINE_EXCEEDED,
    /** Not admitted. */
    REFUSED,
    /** Admitted, and ended since there was not enough memory. */
    OUT_OF_MEMORY, INVALID, VOICE_UNAVAILABLE, RECORDS_UNAVAILABLE, SHUTTING_DOWN, FAILED;

    /** Of one that was not opened. */
    static RequestOutcome ofOpening(Throwable failure) {
        return failure instanceof Overloaded ? REFUSED : of(failure);
    }

    /** Of one that ended while it was spoken. */
    static RequestOutcome of(Throwable failure) {
        return failure instanceof SynthesisException known ? of(known) : FAILED;
    }

    private static RequestOutcome of(SynthesisException failure) {
        return switch (failure) {
            case InvalidRequest invalid -> INVALID;
            case UnknownVoice unknown -> INVALID;
            case Unauthenticated unauthenticated -> INVALID;
            case Forbidden forbidden -> INVALID;
            case VoiceUnavailable unavailable -> VOICE_UNAVAILABLE;
            case Overloaded overloaded -> OUT_OF_MEMORY;
            case RecordsUnavailable unavailable -> RECORDS_UNAVAILABLE;
            case ShuttingDown shuttingDown -> SHUTTING_DOWN;
            case Cancelled cancelled -> CANCELLED;
            case ReaderStalled stalled -> CANCELLED;
            case DeadlineExceeded late -> DEADLINE_EXCEEDED;
            case StageFailed failed -> FAILED;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
