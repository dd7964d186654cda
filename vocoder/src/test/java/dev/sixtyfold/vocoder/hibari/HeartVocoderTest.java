package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.acoustic.hibari.GraphHibariNetwork;
import dev.sixtyfold.acoustic.hibari.HibariAcousticModel;
import dev.sixtyfold.acoustic.hibari.KernelHibariNetwork;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.speech.dsp.VectorUnit;
import dev.sixtyfold.speech.dsp.Windows;
import dev.sixtyfold.speech.memory.MemoryPool;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.VocoderStream;
import dev.sixtyfold.vocoder.convnext.ConvNextNetwork;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The default voice in blocks, against the graph as it was published, run whole, and the plain form of the signal
 * processing. Noise is off: with it no two samples could be compared.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeartVocoderTest {

    /** As the reference package writes them. */
    private static final List<String> SENTENCES = List.of("ðə bˈɜɹʧ kənˈu slˈɪd ˌɔn ðə smˈuð plˈæŋks.", "nˈO.",
            "pˈAʤ tˈɛn.", "hwˈɛn ðə sˈʌn ʃˈInz.");
    private static final List<String> PARTS = List.of("lh", "theta", "ln", "lr", "phi");

    private InferenceRuntime runtime;
    private InstalledVoice heart;
    private Alphabet alphabet;
    private HibariAcousticModel acousticModel;
    private FrameNetwork graph;
    private FrameNetwork kernels;

    @BeforeAll
    void load() {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        heart = new VoiceInstaller(new VoiceStore(home), new PipFetcher())
                .install(VoiceCatalogue.bundled().voice(new VoiceId("heart")));
        runtime = InferenceRuntime.open(home);
        alphabet = Alphabet.read(heart.file("vocab.json"));
        acousticModel = new HibariAcousticModel(
                new GraphHibariNetwork(runtime.load(heart.file("acoustic.onnx"), NetworkOptions.CPU)), alphabet);
        graph = new GraphNetwork(runtime.load(heart.file("vocoder.onnx"), NetworkOptions.CPU),
                new StatefulShape(27, 3, 3, 6, List.of(130, 256, 256, 256, 256, 256, 256, 256, 256)));
        kernels = ConvNextNetwork.of(OnnxGraph.read(heart.file("vocoder.onnx")), HibariVocoder.STEADY_CHANNELS,
                product -> runtime.product(product, NetworkOptions.CPU));
    }

    @ParameterizedTest
    @CsvSource({"0,1,false", "0,0.5,false", "0,2,false", "1,1,false", "0,1,true", "0,0.5,true", "0,2,true", "1,1,true"})
    void soundsLikeTheUncutGraph(int sentence, float speed, boolean byKernels) {
        PhonemeSequence phonemes = new PhonemeSequence(SENTENCES.get(sentence), List.of());
        AcousticFrames frames = acousticModel.predict(phonemes, speed);
        float[] expected = uncut(phonemes, speed);
        float[] samples = inBlocks(byKernels ? kernels : graph, frames, List.of(48, 192, 256));
        assertThat(samples).as("same number of frames").hasSameSizeAs(expected);
        assertThat(signalToNoiseDb(expected, samples)).as("signal to difference in dB").isGreaterThan(22);
        assertThat(logSpectralDistanceDb(expected, samples)).as("log-spectral distance in dB").isLessThan(1.5);
    }

    /** A click at a seam would be a jump that the whole run does not have. */
    @Test
    void hasNoClicksWhereBlocksMeet() {
        PhonemeSequence phonemes = new PhonemeSequence(SENTENCES.getFirst(), List.of());
        AcousticFrames frames = acousticModel.predict(phonemes, 1);
        float[] expected = uncut(phonemes, 1);
        float[] samples = inBlocks(graph, frames, List.of(30, 1, 2, 3, 7, 16));
        float largest = 0;
        for (int n = 1; n < samples.length; n++) {
            float jump = samples[n] - samples[n - 1];
            float expectedJump = expected[n] - expected[n - 1];
            largest = Math.max(largest, Math.abs(jump - expectedJump));
        }
        assertThat(largest).as("largest jump beyond those of the whole run").isLessThan(0.03f);
    }

    /** Blocks of one frame, and last blocks of every length that a schedule of 48, 16, … can leave. */
    @ParameterizedTest
    @CsvSource({"0,0.5", "0,1", "0,2", "1,1"})
    void kernelsGiveTheSameSamplesToTheLastBitHoweverFramesAreCutIntoBlocks(int sentence, float speed) {
        AcousticFrames frames = acousticModel.predict(new PhonemeSequence(SENTENCES.get(sentence), List.of()), speed);
        float[] whole = inBlocks(kernels, frames, List.of(frames.frameCount()));
        Random random = new Random(60);
        assertThat(inBlocks(kernels, frames, List.of(1))).isEqualTo(whole);
        for (int first = 1; first <= 48; first += 3) {
            assertThat(inBlocks(kernels, frames, List.of(first, 1 + random.nextInt(3), 1 + random.nextInt(300))))
                    .as("a first block of %d frames", first).isEqualTo(whole);
        }
    }

    /** What a program that has just started says until its kernels of vectors are compiled is what it says after that. */
    @Test
    void plainLoopsAndVectorsGiveTheSameSamples() {
        HibariAcousticModel byKernels = new HibariAcousticModel(KernelHibariNetwork.of(
                OnnxGraph.read(heart.file("acoustic.onnx")), HibariAcousticModel.MAX_IDS,
                product -> runtime.product(product, NetworkOptions.CPU)), alphabet);
        HibariVocoder vocoder = new HibariVocoder(kernels);
        PhonemeSequence phonemes = new PhonemeSequence(SENTENCES.getFirst(), List.of());
        Supplier<float[]> speech = () -> drained(vocoder.open(byKernels.predict(phonemes, 1.1), 0, 60));
        List<float[]> samples = new ArrayList<>();
        VectorUnit.rest();
        try {
            samples.add(speech.get());
            VectorUnit.rehearse(() -> samples.add(speech.get()));
        } finally {
            VectorUnit.use();
        }
        assertThat(samples.getLast()).isEqualTo(samples.getFirst());
    }

    /** What is left out at the beginning changes nothing of what follows, and holds no sound. */
    @ParameterizedTest
    @CsvSource({"0,0.25", "0,0.5", "0,1", "0,2", "0,4", "1,1", "2,1", "3,0.5", "3,1", "3,2"})
    void anUtteranceMayBeginWhereItsSoundDoes(int sentence, float speed) {
        AcousticFrames frames = acousticModel.predict(new PhonemeSequence(SENTENCES.get(sentence), List.of()), speed);
        HibariVocoder vocoder = new HibariVocoder(kernels);
        float[] whole = drained(vocoder.open(frames, 0, 60));
        int silent = acousticModel.sounding(frames).first();

        assertThat(whole).hasSize(frames.frameCount() * HibariGeometry.HOP);
        for (int n = 0; n < silent * HibariGeometry.HOP; n++) {
            assertThat(Math.abs(whole[n])).as("sample %d", n).isLessThan(0.001f);
        }
        for (int first : new int[]{1, 2, 3, 4, silent, frames.frameCount() - 1}) {
            assertThat(drained(vocoder.open(frames, first, 60))).as("from frame %d", first)
                    .isEqualTo(Arrays.copyOfRange(whole, first * HibariGeometry.HOP, whole.length));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0.5", "0,1", "0,2", "1,1", "2,1", "3,1"})
    void theFirstBlockHoldsSound(int sentence, float speed) {
        AcousticFrames frames = acousticModel.predict(new PhonemeSequence(SENTENCES.get(sentence), List.of()), speed);
        float[] first = new HibariVocoder(kernels).open(frames, acousticModel.sounding(frames).first(), 60).next()
                .orElseThrow().samples();
        int loudest = 0;
        int sounds = 0;
        for (int n = 0; n < first.length; n++) {
            sounds += Math.abs(first[n]) > 0.01f ? 1 : 0;
            loudest = Math.abs(first[n]) > Math.abs(first[loudest]) ? n : loudest;
        }
        assertThat(Math.abs(first[loudest])).isGreaterThan(0.03f);
        assertThat(sounds).as("loud samples").isGreaterThan(200);
    }

    @Test
    void utterancesShorterThanTheReceptiveFieldComeOutWhole() {
        AcousticFrames frames = acousticModel.predict(new PhonemeSequence(".", List.of()), 4);
        assertThat(frames.frameCount()).isLessThan(27);
        for (FrameNetwork network : List.of(graph, kernels)) {
            assertThat(inBlocks(network, frames, List.of(48, 192, 256)))
                    .hasSize(frames.frameCount() * HibariGeometry.HOP).doesNotContain(Float.NaN);
        }
    }

    @Test
    void durationsOfSymbolsAddUpToTheFrames() {
        PhonemeSequence phonemes = new PhonemeSequence(SENTENCES.getFirst() + "\u2603", List.of()); // not in the alphabet
        AcousticFrames frames = acousticModel.predict(phonemes, 1);
        assertThat(frames.symbolFrames()).hasSize(phonemes.symbols().length() + 2);
        assertThat(frames.symbolFrames()[phonemes.symbols().length()]).isZero();
        assertThat(frames.frameCount()).isEqualTo(212);
    }

    private float[] inBlocks(FrameNetwork network, AcousticFrames frames, List<Integer> schedule) {
        HarmonicPlusNoise synthesis = new HarmonicPlusNoise(frames.track("f0").values(), 1, new NoiseTable(0));
        float[] samples = drained(new HibariVocoderStream(network, frames, 0,
                new BlockSchedule(schedule), synthesis, new MemoryPool<>(Kernels::fast)));
        assertThat(samples).hasSize(frames.frameCount() * HibariGeometry.HOP);
        return samples;
    }

    private static float[] drained(VocoderStream stream) {
        float[] all = {};
        for (Optional<AudioChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
            float[] samples = chunk.get().samples();
            int length = all.length;
            all = Arrays.copyOf(all, length + samples.length);
            System.arraycopy(samples, 0, all, length, samples.length);
        }
        assertThat(stream.isOver()).isTrue();
        return all;
    }

    private float[] uncut(PhonemeSequence phonemes, float speed) {
        long[] ids = alphabet.encode(phonemes, 0);
        try (Network whole = runtime.load(heart.file("hibari.onnx"), NetworkOptions.CPU)) {
            Map<String, float[]> outputs = whole
                    .run(List.of(Tensor.longs("ids", ids, 1, ids.length),
                            Tensor.floats("speed", new float[]{speed}, 1)))
                    .stream().map(Tensor.Floats.class::cast)
                    .collect(Collectors.toMap(Tensor::name, Tensor.Floats::values, (a, b) -> a));
            float[] f0 = outputs.getOrDefault("f0", new float[0]);
            float[] parts = new float[f0.length * HibariGeometry.PARTS];
            for (int part = 0; part < PARTS.size(); part++) {
                float[] values = outputs.getOrDefault(PARTS.get(part), new float[0]);
                for (int bin = 0; bin < HibariGeometry.BINS; bin++) {
                    for (int frame = 0; frame < f0.length; frame++) {
                        parts[frame * HibariGeometry.PARTS + part * HibariGeometry.BINS + bin] = values[bin * f0.length
                                + frame];
                    }
                }
            }
            return HarmonicPlusNoiseTest.pushed(new HarmonicPlusNoise(f0, 1, new NoiseTable(0)), parts, f0.length,
                    Kernels.plain());
        }
    }

    private static double signalToNoiseDb(float[] expected, float[] samples) {
        double signal = 0;
        double difference = 0;
        for (int n = 0; n < expected.length; n++) {
            signal += expected[n] * (double) expected[n];
            difference += Math.pow(expected[n] - samples[n], 2);
        }
        return 10 * Math.log10(signal / difference);
    }

    /** Over all cells of a spectrogram that are within 60 dB of the loudest. */
    private static double logSpectralDistanceDb(float[] expected, float[] samples) {
        List<double[]> a = spectrogram(expected);
        List<double[]> b = spectrogram(samples);
        double loudest = a.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
        double sum = 0;
        int count = 0;
        for (int frame = 0; frame < a.size(); frame++) {
            for (int bin = 0; bin < a.get(frame).length; bin++) {
                if (a.get(frame)[bin] > loudest * 1e-6) {
                    sum += Math.pow(10 * Math.log10((b.get(frame)[bin] + 1e-20) / a.get(frame)[bin]), 2);
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }

    private static List<double[]> spectrogram(float[] samples) {
        int size = 600;
        float[] window = Windows.periodicHann(size);
        StockhamLaneFft fft = new StockhamLaneFft(size, 1);
        return IntStream.rangeClosed(0, (samples.length - size) / 300).mapToObj(frame -> {
            float[] re = new float[size];
            float[] im = new float[size];
            for (int n = 0; n < size; n++) {
                re[n] = samples[frame * 300 + n] * window[n];
            }
            fft.transform(re, im);
            double[] power = new double[size / 2 + 1];
            Arrays.setAll(power, bin -> re[bin] * (double) re[bin] + im[bin] * (double) im[bin]);
            return power;
        }).toList();
    }
}
