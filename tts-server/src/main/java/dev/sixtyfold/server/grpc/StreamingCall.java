package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.ReaderStalled;
import io.grpc.stub.ServerCallStreamObserver;

/**
 * One StreamSynthesize call from its first message to its trailers. Audio is pulled only while the transport has room for
 * it, so a client that does not read stops its own synthesis and holds no thread; one that does not come back is given up.
 * gRPC runs the callbacks of a call one after another, each on a virtual thread of its own, and the lock keeps the end of
 * the patience out of their way: no two of them touch the answer at a time.
 */
final class StreamingCall {

    private final ServerCallStreamObserver<StreamSynthesizeResponse> client;
    private final AudioAnswer answer;
    private final ReaderPatience patience;
    private ReaderPatience.Wait waiting = ReaderPatience.Wait.NONE;

    StreamingCall(ServerCallStreamObserver<StreamSynthesizeResponse> client, AudioAnswer answer,
            ReaderPatience patience) {
        this.client = client;
        this.answer = answer;
        this.patience = patience;
    }

    /** Hands the call over to its callbacks; to be called before the service method returns. */
    void start() {
        client.setOnReadyHandler(this::sendWhileReady);
        client.setOnCancelHandler(this::cancelled);
    }

    private synchronized void sendWhileReady() {
        waiting.end();
        try {
            while (!answer.isOver() && answer.isReady()) {
                answer.sendNext();
            }
        } catch (SynthesisException e) {
            answer.fail(e);
        } catch (RuntimeException | Error e) {
            answer.failUnexpectedly(e);
        }
        if (!answer.isOver()) {
            waiting = patience.wait(this::giveUp);
        }
    }

    private synchronized void cancelled() {
        waiting.end();
        answer.cancelled();
    }

    private synchronized void giveUp() {
        if (!answer.isOver() && !answer.isReady()) {
            answer.fail(new ReaderStalled(patience.limit()));
        }
    }
}
