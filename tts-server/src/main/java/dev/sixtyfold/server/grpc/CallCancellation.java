package dev.sixtyfold.server.grpc;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import io.grpc.Context;
import io.grpc.Deadline;
import java.util.concurrent.TimeoutException;

/**
 * The cancellation of a call. The context ends the moment the client cancels, its connection breaks or its deadline passes,
 * whatever the call's own thread is doing then.
 */
record CallCancellation(Context context) implements Cancellation {

    @Override
    public void check() {
        Deadline deadline = context.getDeadline();
        boolean late = deadline != null && deadline.isExpired();
        if (late || context.cancellationCause() instanceof TimeoutException) {
            throw new DeadlineExceeded();
        }
        if (context.isCancelled()) {
            throw new Cancelled();
        }
    }
}
