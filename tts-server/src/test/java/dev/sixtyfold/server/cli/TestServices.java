package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.bench.process.MeasuredServer;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.server.engine.ToneEngine;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.GrpcServer;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.UnknownVoice;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.VoiceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Services that speak tones; a frontend that splits at full stops, spells words backwards and skips symbols. */
final class TestServices implements Services {

    final List<VoiceId> installed = new ArrayList<>();
    UnaryOperator<ToneEngine> preparation = engine -> engine;

    @Override
    public VoiceDirectory voices() {
        return new ToneEngine().voices();
    }

    @Override
    public void install(VoiceId voice, Installation how) {
        if (!voice.name().equals("heart")) {
            throw new UnknownVoice("there is no voice " + voice);
        }
        installed.add(voice);
    }

    @Override
    public Frontend frontend(VoiceChoice.Reading reading) {
        return (input, lexicons) -> utterances(input.source());
    }

    @Override
    public Engine engine(EngineConfig config, Stamping stamping) {
        return preparation.apply(new ToneEngine(stamping));
    }

    /** In this process: what it takes of the processor is not known. */
    @Override
    public MeasuredServer measuredServer() throws IOException {
        GrpcServer server = GrpcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                GrpcConfig.DEFAULTS, LimitsConfig.DEFAULTS, preparation.apply(new ToneEngine()));
        return new MeasuredServer() {
            @Override
            public InetSocketAddress address() {
                return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            }

            @Override
            public Duration processorTime() {
                return Duration.ZERO;
            }

            @Override
            public void close() {
                try {
                    server.shutDown(Duration.ZERO);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Override
    public WatermarkKeys watermarkKeys(Path stateDirectory) {
        return new WatermarkKeys(stateDirectory, null, InstantSource.system());
    }

    @Override
    public Database database(StateConfig config) throws IOException {
        return Database.open(config);
    }

    @Override
    public Optional<Database> existingDatabase(StateConfig config) throws IOException {
        return Database.openExisting(config);
    }

    private static List<Utterance> utterances(String text) {
        if (text.equals("bad.")) {
            throw new InvalidRequest("text", "is bad");
        }
        List<Utterance> utterances = new ArrayList<>();
        int start = 0;
        for (String sentence : text.split("(?<=\\.)", -1)) {
            int end = start + sentence.codePointCount(0, sentence.length());
            String word = sentence.replaceAll("[^a-z]", "");
            SourceSpan whole = new SourceSpan(start, end);
            if (word.isEmpty()) {
                if (end > start) {
                    utterances.add(new Utterance(utterances.size(), whole, "", PhonemeSequence.EMPTY, List.of(
                            new SkippedSpan(whole, "no reading"))));
                }
            } else {
                String phonemes = new StringBuilder(word).reverse().toString();
                utterances.add(new Utterance(utterances.size(), whole, word, new PhonemeSequence(phonemes, List.of(
                        new SpokenWord(word, whole, word, phonemes, "lexicon", 0, phonemes.length()))), List.of()));
            }
            start = end;
        }
        return utterances;
    }
}
