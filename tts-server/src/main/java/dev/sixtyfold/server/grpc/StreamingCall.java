package dev.sixtyfold.server.grpc;

import com.google.protobuf.UnsafeByteOperations;
import dev.sixtyfold.encoding.AudioEncoder;
import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisStream;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;

/**
 * One StreamSynthesize call from its first message to its trailers. Audio is pulled only while the transport has room for
 * it, so a client that does not read stops its own synthesis and holds no thread. gRPC runs the callbacks of a call one
 * after another, each on a virtual thread of its own: no two of them touch the stream at a time.
 */
final class StreamingCall {

    private final ServerCallStreamObserver<StreamSynthesizeResponse> client;
    private final SynthesisStream stream;
    private final AudioEncoding encoding;
    private final AudioEncoder encoder;
    private final Timepoints timepoints;
    private final CallTrailers trailers;
    private final CallCancellation cancellation;
    private boolean described;
    private boolean over;

    StreamingCall(ServerCallStreamObserver<StreamSynthesizeResponse> client, SynthesisStream stream,
            AudioEncoding encoding, Timepoints timepoints, CallTrailers trailers, CallCancellation cancellation) {
        this.client = client;
        this.stream = stream;
        this.encoding = encoding;
        this.encoder = encoding.encoder(stream.sampleRate());
        this.timepoints = timepoints;
        this.trailers = trailers;
        this.cancellation = cancellation;
    }

    /** Hands the call over to its callbacks; to be called before the service method returns. */
    void start() {
        trailers.requestId(stream.requestId());
        client.setOnReadyHandler(this::sendWhileReady);
        client.setOnCancelHandler(this::cancelled);
    }

    private void sendWhileReady() {
        try {
            while (!over && client.isReady()) {
                sendNext();
            }
        } catch (SynthesisException e) {
            end(e);
        } catch (RuntimeException | Error e) {
            CallLog.failed("stream " + stream.requestId(), e);
            close();
            client.onError(GrpcStatuses.of(e));
        }
    }

    private void sendNext() {
        if (!described) {
            described = true;
            client.onNext(StreamSynthesizeResponse.newBuilder().setDescription(Messages.description(stream.receipt(),
                    encoding, stream.sampleRate())).build());
            return;
        }
        cancellation.check();
        Optional<StampedAudio> audio = stream.next();
        timepoints.messages(stream.timepoints()).forEach(timepoint -> client.onNext(
                StreamSynthesizeResponse.newBuilder().setTimepoint(timepoint).build()));
        sendAudio(audio.isPresent() ? encoder.encode(audio.get()) : encoder.finish());
        if (audio.isEmpty()) {
            finish();
        }
    }

    private void sendAudio(byte[] bytes) {
        if (bytes.length > 0) {
            client.onNext(StreamSynthesizeResponse.newBuilder().setAudioContent(UnsafeByteOperations.unsafeWrap(bytes))
                    .build());
        }
    }

    private void finish() {
        Receipt receipt = stream.receipt();
        close();
        trailers.receipt(receipt);
        client.onNext(StreamSynthesizeResponse.newBuilder().setReceipt(Messages.receipt(receipt)).build());
        client.onCompleted();
        CallLog.finished(receipt);
    }

    /** The client is gone, or its deadline has passed, while no callback was at work. */
    private void cancelled() {
        if (over) {
            return;
        }
        try {
            cancellation.check();
            end(new Cancelled());
        } catch (SynthesisException e) {
            end(e);
        }
    }

    private void end(SynthesisException why) {
        Receipt receipt = stream.receipt();
        close();
        CallLog.ended(receipt, why);
        if (why instanceof StageFailed) {
            CallLog.failed("stream " + receipt.requestId(), why);
        }
        // A call that its client or its deadline has ended is answered already.
        if (!cancellation.context().isCancelled()) {
            client.onError(GrpcStatuses.of(why));
        }
    }

    private void close() {
        over = true;
        stream.close();
    }
}
