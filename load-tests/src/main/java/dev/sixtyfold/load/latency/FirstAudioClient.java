package dev.sixtyfold.load.latency;

import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.server.bench.process.DisposableServer;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Starts a server and has each line that it reads spoken over the loopback interface, one stream at a time. Answers each with a
 * line of JSON: {@code {"firstAudioMillis":…, "firstSoundMillis":…}}. Its first line, before any is read, says that it is ready.
 * The other side of the comparison speaks the same protocol.
 */
public final class FirstAudioClient {

    private static final int SAMPLE_RATE = 24_000;
    private static final long SEED = 60;
    /** -50 dB of full scale, in units of 16-bit PCM. */
    private static final int AUDIBLE = 98;
    private static final double NANOS_PER_MILLI = 1e6;

    private FirstAudioClient() {}

    /**
     * Runs until the end of standard input.
     *
     * @param arguments
     *            the launcher of the server
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader texts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (DisposableServer server = DisposableServer.start(List.of(arguments[0]))) {
            ManagedChannel channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
            TextToSpeechBlockingStub stub = TextToSpeechGrpc.newBlockingStub(channel);
            out.println("{\"ready\":\"sixtyfold, a server in a process of its own, gRPC over loopback\"}");
            for (String text = texts.readLine(); text != null; text = texts.readLine()) {
                out.println(heard(stub, text));
            }
            channel.shutdownNow();
        }
    }

    private static String heard(TextToSpeechBlockingStub stub, String text) {
        SynthesizeRequest request = SynthesizeRequest.newBuilder().setInput(SynthesisInput.newBuilder().setText(text))
                .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM))
                .setSeed(SEED).build();
        long start = System.nanoTime();
        double firstAudio = 0;
        double firstSound = 0;
        double played = 0; // when what has arrived will have been played
        Iterator<StreamSynthesizeResponse> parts = stub.streamSynthesize(request);
        while (parts.hasNext()) {
            StreamSynthesizeResponse part = parts.next();
            if (part.hasAudioContent() && firstSound == 0) {
                double now = (System.nanoTime() - start) / NANOS_PER_MILLI;
                firstAudio = firstAudio == 0 ? now : firstAudio;
                ShortBuffer samples = part.getAudioContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer();
                played = Math.max(played, now);
                int sound = firstSound(samples);
                firstSound = sound < samples.remaining() ? played + millis(sound) : 0;
                played += millis(samples.remaining());
            }
        }
        return String.format(Locale.ROOT, "{\"firstAudioMillis\":%.3f,\"firstSoundMillis\":%.3f}", firstAudio,
                firstSound);
    }

    private static int firstSound(ShortBuffer samples) {
        int at = 0;
        while (at < samples.remaining() && Math.abs(samples.get(at)) < AUDIBLE) {
            at++;
        }
        return at;
    }

    private static double millis(int samples) {
        return samples * 1000.0 / SAMPLE_RATE;
    }
}
