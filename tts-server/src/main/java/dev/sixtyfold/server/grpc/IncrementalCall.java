package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamingSynthesizeConfig;
import dev.sixtyfold.proto.v1.StreamingSynthesizeRequest;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.ReaderStalled;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One StreamingSynthesize call. gRPC's callbacks take what the client sends; a virtual thread of the call's own speaks it:
 * it alone touches the synthesis and answers, and waits where there is no text or no room for audio.
 */
final class IncrementalCall implements StreamObserver<StreamingSynthesizeRequest> {

    /** While nothing has to be done at a certain time. */
    private static final Duration LONG = Duration.ofHours(1);

    private final ServerCallStreamObserver<StreamSynthesizeResponse> client;
    private final Function<StreamingSynthesizeConfig, Opened> opener;
    private final CallCancellation cancellation;
    private final Executor threads;
    private final LimitsConfig limits;
    private final GrowingText text = new GrowingText();
    private boolean open;
    private boolean refused;
    private int textBytes;

    /** What a configuration opens. */
    record Opened(IncrementalSynthesis synthesis, AudioAnswer answer) {}

    /**
     * @param opener
     *            checks a configuration and opens its synthesis
     * @param threads
     *            makes a thread for each task
     */
    IncrementalCall(ServerCallStreamObserver<StreamSynthesizeResponse> client,
            Function<StreamingSynthesizeConfig, Opened> opener, CallCancellation cancellation, Executor threads,
            LimitsConfig limits) {
        this.client = client;
        this.opener = opener;
        this.cancellation = cancellation;
        this.threads = threads;
        this.limits = limits;
    }

    /** To be called before the service method returns. */
    void start() {
        client.setOnReadyHandler(text::wake);
        client.setOnCancelHandler(text::wake);
    }

    @Override
    public void onNext(StreamingSynthesizeRequest message) {
        if (refused) {
            return;
        }
        try {
            take(message);
        } catch (SynthesisException e) {
            refuse(e);
        }
    }

    private void take(StreamingSynthesizeRequest message) {
        switch (message.getStreamingRequestCase()) {
            case STREAMING_CONFIG -> open(message.getStreamingConfig());
            case INPUT -> {
                checkOpen();
                textBytes += message.getInput().getTextBytes().size();
                if (textBytes > limits.streamTextBytes()) {
                    throw new InvalidRequest("input.text", "has more than " + limits.streamTextBytes()
                            + " bytes of UTF-8, the most that one call takes");
                }
                text.push(message.getInput().getText());
            }
            case FLUSH -> {
                checkOpen();
                text.flush();
            }
            case STREAMINGREQUEST_NOT_SET -> throw new InvalidRequest("streaming_request",
                    "is empty; send streaming_config, input or flush");
        }
    }

    private void open(StreamingSynthesizeConfig config) {
        if (open) {
            throw new InvalidRequest("streaming_config", "was sent before; send it in the first message only");
        }
        Opened opened = opener.apply(config);
        open = true;
        threads.execute(() -> speak(opened));
    }

    private void checkOpen() {
        if (!open) {
            throw new InvalidRequest("streaming_config", "is missing; send it in the first message");
        }
    }

    /** The thread that speaks answers, once there is one. */
    private void refuse(SynthesisException why) {
        refused = true;
        if (open) {
            text.fail(why);
        } else if (!cancellation.context().isCancelled()) {
            client.onError(GrpcStatuses.of(why));
        }
    }

    @Override
    public void onError(Throwable problem) {
        text.wake();
    }

    @Override
    public void onCompleted() {
        if (refused) {
            return;
        }
        if (open) {
            text.end();
        } else {
            refuse(new InvalidRequest("streaming_config", "is missing; send it in the first message"));
        }
    }

    private void speak(Opened opened) {
        AudioAnswer answer = opened.answer();
        try {
            while (!answer.isOver()) {
                if (cancellation.context().isCancelled()) {
                    answer.cancelled();
                } else {
                    speakNext(opened.synthesis(), answer);
                }
            }
        } catch (SynthesisException e) {
            answer.fail(e);
        } catch (InterruptedException e) {
            answer.cancelled();
        } catch (RuntimeException | Error e) {
            answer.failUnexpectedly(e);
        }
    }

    private void speakNext(IncrementalSynthesis synthesis, AudioAnswer answer) throws InterruptedException {
        boolean news = text.moveTo(synthesis);
        if (!answer.isReady()) {
            awaitReader(answer);
        } else if (synthesis.isWaiting() && !news && !isDue(synthesis)) {
            text.await(synthesis.untilFlush().orElse(LONG));
        } else {
            answer.sendNext();
        }
    }

    /** Until there is room for audio, the call is cancelled or the reader has had its time. */
    private void awaitReader(AudioAnswer answer) throws InterruptedException {
        long end = System.nanoTime() + limits.stalledReader().toNanos();
        while (!answer.isReady() && !cancellation.context().isCancelled()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new ReaderStalled(limits.stalledReader());
            }
            text.await(Duration.ofNanos(left));
        }
    }

    private static boolean isDue(IncrementalSynthesis synthesis) {
        return synthesis.untilFlush().filter(Duration::isZero).isPresent();
    }
}
