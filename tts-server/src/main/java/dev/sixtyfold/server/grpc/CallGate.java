package dev.sixtyfold.server.grpc;

import dev.sixtyfold.speech.SynthesisException.ShuttingDown;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Refuses new calls once it is shut. A connection that is being closed gracefully still takes calls for a moment; these are
 * the ones that end up here.
 */
final class CallGate implements ServerInterceptor {

    private final AtomicBoolean shut = new AtomicBoolean();

    /** Whether this call is the one that shut it. */
    boolean shut() {
        return shut.compareAndSet(false, true);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        if (!shut.get()) {
            return next.startCall(call, headers);
        }
        StatusRuntimeException refusal = GrpcStatuses.of(new ShuttingDown());
        call.close(refusal.getStatus(), refusal.getTrailers() == null ? new Metadata() : refusal.getTrailers());
        return new ServerCall.Listener<>() {
        };
    }
}
