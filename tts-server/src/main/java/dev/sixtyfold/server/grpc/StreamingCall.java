package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.speech.SynthesisException;
import io.grpc.stub.ServerCallStreamObserver;

/**
 * One StreamSynthesize call from its first message to its trailers. Audio is pulled only while the transport has room for
 * it, so a client that does not read stops its own synthesis and holds no thread. gRPC runs the callbacks of a call one
 * after another, each on a virtual thread of its own: no two of them touch the answer at a time.
 */
final class StreamingCall {

    private final ServerCallStreamObserver<StreamSynthesizeResponse> client;
    private final AudioAnswer answer;

    StreamingCall(ServerCallStreamObserver<StreamSynthesizeResponse> client, AudioAnswer answer) {
        this.client = client;
        this.answer = answer;
    }

    /** Hands the call over to its callbacks; to be called before the service method returns. */
    void start() {
        client.setOnReadyHandler(this::sendWhileReady);
        client.setOnCancelHandler(answer::cancelled);
    }

    private void sendWhileReady() {
        try {
            while (!answer.isOver() && answer.isReady()) {
                answer.sendNext();
            }
        } catch (SynthesisException e) {
            answer.fail(e);
        } catch (RuntimeException | Error e) {
            answer.failUnexpectedly(e);
        }
    }
}
