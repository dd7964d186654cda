package dev.sixtyfold.load.soak;

import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests of many kinds in a fixed order, which begins again after 200: every text at every sample rate, unary and
 * streamed, so that each tenth of 2,000 has the same work to do.
 */
final class Requests implements AutoCloseable {

    private static final List<Integer> SAMPLE_RATES = List.of(8000, 16_000, 22_050, 24_000, 48_000);
    private static final int LARGEST_ANSWER = 64 << 20;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<String> texts;
    private final ManagedChannel channel;
    private final TextToSpeechBlockingStub stub;

    Requests(List<String> texts, InetSocketAddress address) {
        this.texts = List.copyOf(texts);
        this.channel = NettyChannelBuilder.forAddress(address).usePlaintext().maxInboundMessageSize(LARGEST_ANSWER)
                .build();
        this.stub = TextToSpeechGrpc.newBlockingStub(channel);
    }

    /**
     * Sends one request and reads its answer to the end.
     *
     * @return seconds of audio, by the receipt
     * @throws io.grpc.StatusRuntimeException
     *             if the server refuses it
     * @throws IllegalStateException
     *             if the audio is not as long as the receipt says
     */
    double send(int index) {
        int pass = index / texts.size();
        int sampleRate = SAMPLE_RATES.get(pass % SAMPLE_RATES.size());
        SynthesizeRequest request = SynthesizeRequest.newBuilder()
                .setInput(SynthesisInput.newBuilder().setText(texts.get(index % texts.size())))
                .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM)
                        .setSampleRateHertz(sampleRate))
                .setSeed(index)
                .build();
        Answer answer = (index + pass) % 2 == 0 ? unary(request) : streamed(request);
        if (answer.samples == 0 || Math.abs(answer.samples - answer.seconds * sampleRate) > 1) {
            throw new IllegalStateException("request " + index + ": " + answer.samples + " samples at " + sampleRate
                    + " Hz are not the " + answer.seconds + " s of its receipt");
        }
        return answer.seconds;
    }

    private Answer unary(SynthesizeRequest request) {
        SynthesizeResponse response = stub.synthesize(request);
        return new Answer(response.getAudioContent().size() / Short.BYTES, response.getReceipt().getAudioSeconds());
    }

    private Answer streamed(SynthesizeRequest request) {
        long samples = 0;
        double seconds = 0;
        Iterator<StreamSynthesizeResponse> parts = stub.streamSynthesize(request);
        while (parts.hasNext()) {
            StreamSynthesizeResponse part = parts.next();
            samples += part.getAudioContent().size() / Short.BYTES;
            seconds = part.hasReceipt() ? part.getReceipt().getAudioSeconds() : seconds;
        }
        return new Answer(samples, seconds);
    }

    /** Sends them, one after another with a pause between, until it is closed. */
    Endless endless() {
        return new Endless();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** Requests without end. */
    final class Endless implements AutoCloseable {

        private final AtomicInteger failures = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread thread = Thread.ofPlatform().name("requests").start(this::send);

        private void send() {
            try {
                for (int i = 0; !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS); i++) {
                    try {
                        Requests.this.send(i);
                    } catch (StatusRuntimeException | IllegalStateException e) {
                        failures.incrementAndGet();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        int failures() {
            return failures.get();
        }

        /** Waits for the one under way. */
        @Override
        public void close() {
            closed.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Answer(long samples, double seconds) {}
}
