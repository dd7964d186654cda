package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes messages off the connection when it is told to, and no sooner. */
final class PacedReader implements ClientResponseObserver<SynthesizeRequest, StreamSynthesizeResponse> {

    private static final int AS_FAST_AS_THEY_COME = Integer.MAX_VALUE / 2;

    private final BlockingQueue<StreamSynthesizeResponse> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> ended = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<SynthesizeRequest>> call = new CompletableFuture<>();

    @Override
    public void beforeStart(ClientCallStreamObserver<SynthesizeRequest> requestStream) {
        requestStream.disableAutoRequestWithInitial(0);
        call.complete(requestStream);
    }

    /** The next message. */
    StreamSynthesizeResponse readOne() throws InterruptedException {
        call.join().request(1);
        return take();
    }

    /** From now on no message has to wait for its reader. */
    void readOn() {
        call.join().request(AS_FAST_AS_THEY_COME);
    }

    /** The next message of those that come by themselves. */
    StreamSynthesizeResponse take() throws InterruptedException {
        StreamSynthesizeResponse part = parts.poll(30, TimeUnit.SECONDS);
        assertThat(part).as("a message").isNotNull();
        return Objects.requireNonNull(part);
    }

    void cancel() {
        call.join().cancel("the listener has left", null);
    }

    @Override
    public void onNext(StreamSynthesizeResponse part) {
        parts.add(part);
    }

    @Override
    public void onError(Throwable problem) {
        ended.complete(Status.fromThrowable(problem));
    }

    @Override
    public void onCompleted() {
        ended.complete(Status.OK);
    }
}
