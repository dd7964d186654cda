package dev.sixtyfold.server.grpc;

import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.verification.VerificationService;
import java.util.Optional;

/**
 * Who may call, what there is to call beside speech, and who is told of it.
 *
 * @param verification
 *            nothing where there are no keys that could verify
 */
public record Access(Callers callers, Optional<VerificationService> verification, CallWatch watch) {

    /** An open server that only speaks. */
    public static final Access SPEECH_FOR_ALL = new Access(Callers.none(), Optional.empty());

    /** With nobody who is told. */
    public Access(Callers callers, Optional<VerificationService> verification) {
        this(callers, verification, CallWatch.NONE);
    }
}
