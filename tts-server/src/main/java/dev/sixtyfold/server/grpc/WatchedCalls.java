package dev.sixtyfold.server.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a {@link CallWatch} of each call's end, once, whoever ends it. */
final class WatchedCalls implements ServerInterceptor {

    private final CallWatch watch;

    WatchedCalls(CallWatch watch) {
        this.watch = watch;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        String method = Objects.requireNonNull(call.getMethodDescriptor().getBareMethodName());
        Context context = Context.current();
        AtomicBoolean ended = new AtomicBoolean();
        ServerCall.Listener<Q> listener = next.startCall(new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                if (ended.compareAndSet(false, true)) {
                    watch.ended(method, status.getCode());
                }
                super.close(status, trailers);
            }
        }, headers);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onCancel() {
                if (ended.compareAndSet(false, true)) {
                    watch.ended(method, isLate(context) ? Status.Code.DEADLINE_EXCEEDED : Status.Code.CANCELLED);
                }
                super.onCancel();
            }
        };
    }

    private static boolean isLate(Context context) {
        Deadline deadline = context.getDeadline();
        return deadline != null && deadline.isExpired();
    }
}
