package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.VerifyRequest;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.proto.v1.VerifyStreamRequest;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.verification.Disclosure;
import dev.sixtyfold.server.verification.VerificationService;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.watermark.detect.SearchEffort;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.InputStream;
import java.util.concurrent.Executor;

/** The service of the contract. A virtual thread for each call reads what arrives and searches it. */
final class WatermarkVerificationService extends WatermarkVerificationGrpc.WatermarkVerificationImplBase {

    private final VerificationService verification;
    private final Executor threads;
    private final CallWatch watch;

    /**
     * @param threads
     *            makes a thread for each task
     */
    WatermarkVerificationService(VerificationService verification, Executor threads, CallWatch watch) {
        this.verification = verification;
        this.threads = threads;
        this.watch = watch;
    }

    @Override
    public void verify(VerifyRequest request, StreamObserver<VerifyResponse> client) {
        CallCancellation cancellation = new CallCancellation(Context.current());
        answer(client, CallerInterceptor.current(), request.getAudioContent().newInput(), () -> effort(request
                .getSearchEffort()), cancellation);
    }

    @Override
    public StreamObserver<VerifyStreamRequest> verifyStream(StreamObserver<VerifyResponse> observer) {
        ServerCallStreamObserver<VerifyResponse> client = (ServerCallStreamObserver<VerifyResponse>) observer;
        CallCancellation cancellation = new CallCancellation(Context.current());
        Caller caller = CallerInterceptor.current();
        client.disableAutoRequest();
        client.setOnCancelHandler(() -> {}); // the thread that reads notices by itself
        Upload upload = new Upload(() -> client.request(1), cancellation, verification.config().idleTimeout());
        client.request(1);
        return new StreamObserver<>() {
            private boolean begun;

            @Override
            public void onNext(VerifyStreamRequest message) {
                begin(message.getSearchEffort());
                upload.push(message.getAudioContent());
            }

            private void begin(dev.sixtyfold.proto.v1.SearchEffort wanted) {
                if (!begun) {
                    begun = true;
                    threads.execute(() -> answer(client, caller, upload, () -> effort(wanted), cancellation));
                }
            }

            @Override
            public void onError(Throwable problem) {
                // The call is cancelled, which the thread that reads notices.
            }

            @Override
            public void onCompleted() {
                begin(dev.sixtyfold.proto.v1.SearchEffort.SEARCH_EFFORT_UNSPECIFIED);
                upload.end();
            }
        };
    }

    @FunctionalInterface
    private interface Effort {
        SearchEffort read();
    }

    private void answer(StreamObserver<VerifyResponse> client, Caller caller, InputStream audio, Effort effort,
            CallCancellation cancellation) {
        try {
            Disclosure disclosure = verification.verify(caller, audio, effort.read(), cancellation);
            watch.verified(disclosure.verdict());
            client.onNext(VerificationMessages.response(disclosure));
            client.onCompleted();
        } catch (SynthesisException e) {
            if (e instanceof SynthesisException.StageFailed) {
                CallLog.failed("verification", e);
            }
            if (!cancellation.context().isCancelled()) {
                client.onError(GrpcStatuses.of(e));
            }
        } catch (RuntimeException | Error e) {
            CallLog.failed("verification", e);
            client.onError(GrpcStatuses.of(e));
        }
    }

    private static SearchEffort effort(dev.sixtyfold.proto.v1.SearchEffort effort) {
        return switch (effort) {
            case SEARCH_EFFORT_UNSPECIFIED -> SearchEffort.CHANGED_TOO;
            case SEARCH_EFFORT_UNCHANGED -> SearchEffort.UNCHANGED;
            case UNRECOGNIZED -> throw new InvalidRequest("search_effort", "takes SEARCH_EFFORT_UNCHANGED, or nothing");
        };
    }
}
