package dev.sixtyfold.server.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Where a call comes from, for fair shares: the host, as long as callers have no keys. */
final class CallOrigin {

    private static final Context.Key<String> CURRENT = Context.keyWithDefault("call-origin", "");

    private CallOrigin() {}

    /** Of the call that runs on this thread; empty where the transport does not say. */
    static String current() {
        return CURRENT.get();
    }

    static final class Interceptor implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
                ServerCallHandler<Q, A> next) {
            String host = host(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
            return Contexts.interceptCall(Context.current().withValue(CURRENT, host), call, headers, next);
        }

        private static String host(@Nullable SocketAddress address) {
            return address instanceof InetSocketAddress internet && internet.getAddress() != null
                    ? internet.getAddress().getHostAddress()
                    : "";
        }
    }
}
