package dev.sixtyfold.server.grpc;

import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.speech.SynthesisException.Unauthenticated;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.InetSocketAddress;

/** Finds out who calls, and refuses calls of nobody. */
final class CallerInterceptor implements ServerInterceptor {

    static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
            Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<Caller> CURRENT = Context.key("caller");

    private final Callers callers;

    CallerInterceptor(Callers callers) {
        this.callers = callers;
    }

    /** Of the call that runs on this thread. */
    static Caller current() {
        return CURRENT.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        Caller caller;
        try {
            caller = callers.of(headers.get(AUTHORIZATION), isFromThisMachine(call));
        } catch (Unauthenticated e) {
            call.close(GrpcStatuses.of(e).getStatus(), new Metadata());
            return new ServerCall.Listener<>() {
            };
        }
        return Contexts.interceptCall(Context.current().withValue(CURRENT, caller), call, headers, next);
    }

    private static boolean isFromThisMachine(ServerCall<?, ?> call) {
        return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress address
                && address.getAddress().isLoopbackAddress();
    }
}
