package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.Set;

/**
 * Refuses calls for speech before their first message is read, where the engine says so. It needs to know who calls, and
 * stands behind {@link CallerInterceptor} for that.
 */
final class OverloadGate implements ServerInterceptor {

    private static final Set<String> SPEAK = Set.of(TextToSpeechGrpc.getSynthesizeMethod().getFullMethodName(),
            TextToSpeechGrpc.getStreamSynthesizeMethod().getFullMethodName(),
            TextToSpeechGrpc.getStreamingSynthesizeMethod().getFullMethodName());

    private final Engine engine;

    OverloadGate(Engine engine) {
        this.engine = engine;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        if (SPEAK.contains(call.getMethodDescriptor().getFullMethodName())) {
            try {
                engine.attempt(CallerInterceptor.current().name());
            } catch (Overloaded e) {
                StatusRuntimeException refusal = GrpcStatuses.of(e);
                call.close(refusal.getStatus(), Objects.requireNonNull(refusal.getTrailers()));
                return new ServerCall.Listener<>() {
                };
            }
        }
        return next.startCall(call, headers);
    }
}
