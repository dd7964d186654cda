package dev.sixtyfold.server.grpc;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.synthesis.Receipt;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** What a call adds to its trailers, however it ends. Written by the call's own thread. */
final class CallTrailers {

    static final Metadata.Key<String> REQUEST_ID = Metadata.Key.of("sixtyfold-request-id",
            Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> RECEIPT = Metadata.Key.of("sixtyfold-receipt", Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<CallTrailers> CURRENT = Context.key("call-trailers");

    private final Metadata metadata = new Metadata();

    /** Of the call that runs on this thread. */
    static CallTrailers current() {
        return CURRENT.get();
    }

    void requestId(RequestId id) {
        metadata.put(REQUEST_ID, id.toString());
    }

    void receipt(Receipt receipt) {
        metadata.put(RECEIPT, Messages.shortForm(receipt));
    }

    /** Gives each call its trailers and sends them when it ends. */
    static final class Interceptor implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
                ServerCallHandler<Q, A> next) {
            CallTrailers trailers = new CallTrailers();
            ServerCall<Q, A> closing = new SimpleForwardingServerCall<>(call) {
                @Override
                public void close(Status status, Metadata last) {
                    last.merge(trailers.metadata);
                    super.close(status, last);
                }
            };
            return Contexts.interceptCall(Context.current().withValue(CURRENT, trailers), closing, headers, next);
        }
    }
}
