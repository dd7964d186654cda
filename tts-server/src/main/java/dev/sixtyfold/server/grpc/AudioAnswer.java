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
 * The messages of one streaming answer: the description, audio and timepoints, the receipt; or how it failed. Used by one
 * thread at a time.
 */
final class AudioAnswer {

    private final ServerCallStreamObserver<StreamSynthesizeResponse> client;
    private final SynthesisStream stream;
    private final AudioEncoding encoding;
    private final AudioEncoder encoder;
    private final Timepoints timepoints;
    private final CallTrailers trailers;
    private final CallCancellation cancellation;
    private boolean described;
    private boolean over;

    AudioAnswer(ServerCallStreamObserver<StreamSynthesizeResponse> client, SynthesisStream stream,
            AudioEncoding encoding, Timepoints timepoints, CallTrailers trailers, CallCancellation cancellation) {
        this.client = client;
        this.stream = stream;
        this.encoding = encoding;
        this.encoder = encoding.encoder(stream.sampleRate());
        this.timepoints = timepoints;
        this.trailers = trailers;
        this.cancellation = cancellation;
        trailers.requestId(stream.requestId());
    }

    /** Whether the last message has been sent, or the call has failed. */
    boolean isOver() {
        return over;
    }

    /** Whether the transport has room for a message. */
    boolean isReady() {
        return client.isReady();
    }

    /**
     * Computes and sends what comes next; nothing if the synthesis waits for text.
     *
     * @throws SynthesisException
     *             if it could not be computed; to be handed to {@link #fail}
     */
    void sendNext() {
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
        if (audio.isPresent()) {
            sendAudio(encoder.encode(audio.get()));
        } else if (!stream.isWaiting()) {
            sendAudio(encoder.finish());
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

    /** The client is gone, or its deadline has passed. */
    void cancelled() {
        if (over) {
            return;
        }
        try {
            cancellation.check();
            fail(new Cancelled());
        } catch (SynthesisException e) {
            fail(e);
        }
    }

    /** Ends the call with what went wrong. */
    void fail(SynthesisException why) {
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

    /** Ends the call with a defect of the server. */
    void failUnexpectedly(Throwable defect) {
        CallLog.failed("stream " + stream.requestId(), defect);
        close();
        client.onError(GrpcStatuses.of(defect));
    }

    private void close() {
        over = true;
        stream.close();
    }
}
