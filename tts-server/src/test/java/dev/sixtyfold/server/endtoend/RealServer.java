package dev.sixtyfold.server.endtoend;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechStub;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.server.engine.VoiceDescription.Gender;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.server.grpc.Access;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.GrpcServer;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.InstalledVoices;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.synthesis.Rehearsal;
import dev.sixtyfold.synthesis.SynthesisPipeline;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.VoiceLoader;
import dev.sixtyfold.synthesis.VoiceSource;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;
import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import dev.sixtyfold.watermark.key.WatermarkKey;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The default voice, really installed into this user's home (once: later runs find it there), behind a gRPC server on a
 * free port of the loopback interface. What the pipeline does can be counted.
 */
final class RealServer implements AutoCloseable {

    static final int VOICE_RATE = 24_000;

    private static final VoiceId HEART = new VoiceId("heart");
    private static final int COMPUTE_THREADS = 2;
    private static final int WINDOW_BYTES = 65_536;

    final CountingSynthesizer work;
    private final VoiceSource voices;

    private final Scheduler scheduler = new Scheduler(COMPUTE_THREADS, ScheduleLimits.ofStreams(16));
    private final GrpcServer server;
    private final ManagedChannel channel;

    private RealServer(StandingLexicons lexicons, Access access) throws IOException {
        Home home = Home.of(System.getenv(), Path.of(System.getProperty("user.home")));
        voices = new InstalledVoices(VoiceCatalogue.bundled(),
                new VoiceInstaller(new VoiceStore(home.directory()), new PipFetcher()),
                new VoiceLoader(InferenceRuntime.open(home.directory())));
        // The id is heard in the samples: what is to sound the same has the same one.
        RequestId id = new RequestId(60);
        work = new CountingSynthesizer(new SynthesisPipeline(voices, () -> id,
                new KeyedWatermark(WatermarkKey.parse("60".repeat(32))), scheduler));
        server = GrpcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), GrpcConfig.DEFAULTS,
                LimitsConfig.DEFAULTS, new HeartEngine(work, voices, scheduler), lexicons, access);
        channel = connect();
    }

    static RealServer start() throws IOException {
        return start(StandingLexicons.NONE, Access.SPEECH_FOR_ALL);
    }

    static RealServer start(StandingLexicons lexicons, Access access) throws IOException {
        return new RealServer(lexicons, access);
    }

    /** A further connection, to be closed by the caller. */
    ManagedChannel connect() {
        return NettyChannelBuilder
                .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())).usePlaintext()
                .flowControlWindow(WINDOW_BYTES).maxInboundMessageSize(LimitsConfig.DEFAULTS.unaryAudioBytes() * 2)
                .build();
    }

    TextToSpeechBlockingStub stub() {
        return TextToSpeechGrpc.newBlockingStub(channel);
    }

    TextToSpeechStub asyncStub() {
        return TextToSpeechGrpc.newStub(channel);
    }

    Rehearsal rehearse() {
        return Rehearsal.begin(voices.voice(HEART));
    }

    /** Requests that hold a place. */
    int requestsUnderWay() {
        return scheduler.underWay();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            server.shutDown(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        scheduler.close();
    }

    private record HeartEngine(Synthesizer speaker, VoiceSource source, Scheduler scheduler) implements Engine {

        @Override
        public void attempt(String caller) {
            scheduler.attempt(caller);
        }

        @Override
        public Rehearsing rehearse(VoiceId voice) {
            return Rehearsal.begin(source.voice(voice))::close;
        }

        @Override
        public BatchedStages batches() {
            return BatchedStages.NONE;
        }

        @Override
        public ScheduleFigures figures() {
            return scheduler.figures();
        }

        @Override
        public Synthesizer synthesizer(Requester requester) {
            return speaker;
        }

        @Override
        public Frontend frontend(VoiceId voice) {
            return source.voice(voice).reading()::utterances;
        }

        @Override
        public Frontend frontend(VoiceChoice.Reading asked) {
            return source.reading(asked.voice(), asked.language())::utterances;
        }

        @Override
        public VoiceDirectory voices() {
            return new VoiceDirectory() {
                @Override
                public List<VoiceDescription> voices() {
                    return List.of(new VoiceDescription(HEART, List.of("en-US"), List.of("en-GB"), Gender.FEMALE,
                            VOICE_RATE, "Apache-2.0"));
                }

                @Override
                public boolean isInstalled(VoiceId voice) {
                    return true;
                }
            };
        }

        @Override
        public void close() {}
    }
}
