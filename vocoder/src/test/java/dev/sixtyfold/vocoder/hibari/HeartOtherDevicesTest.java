package dev.sixtyfold.vocoder.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.acoustic.hibari.GraphHibariNetwork;
import dev.sixtyfold.acoustic.hibari.HibariAcousticModel;
import dev.sixtyfold.inference.BatchedNetwork;
import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.graph.CudaOperators;
import dev.sixtyfold.inference.graph.FloatProducts;
import dev.sixtyfold.inference.graph.FloatProducts.Precision;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default voice in the forms that other devices run, here on a processor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeartOtherDevicesTest {

    private static final List<String> SENTENCES = List.of("ðə bˈɜɹʧ kənˈu slˈɪd ˌɔn ðə smˈuð plˈæŋks.", "nˈO.",
            "ðə smˈuð plˈæŋks.");
    private static final StatefulShape SHAPE = new StatefulShape(27, 3, 3, 6, List.of(130, 256, 256, 256, 256, 256, 256,
            256, 256));
    private static final BlockSchedule BLOCKS = new BlockSchedule(List.of(48, 192, 256));
    private static final int MIXES = 6;

    private InferenceRuntime runtime;
    private InstalledVoice heart;
    private OnnxGraph acoustic;
    private OnnxGraph vocoder;

    @BeforeAll
    void load() {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        heart = new VoiceInstaller(new VoiceStore(home), new PipFetcher())
                .install(VoiceCatalogue.bundled().voice(new VoiceId("heart")));
        runtime = InferenceRuntime.open(home);
        acoustic = OnnxGraph.read(heart.file("acoustic.onnx"));
        vocoder = OnnxGraph.read(heart.file("vocoder.onnx"));
    }

    @Test
    void whatAGpuWouldLeaveToTheProcessorIsListedAndGoneAfterRewriting() {
        assertThat(CudaOperators.missingFor(vocoder)).containsExactly("17 x DynamicQuantizeLinear",
                "17 x MatMulInteger");
        assertThat(CudaOperators.missingFor(acoustic)).containsExactly("60 x DynamicQuantizeLinear",
                "60 x MatMulInteger");
        for (Precision precision : Precision.values()) {
            assertThat(CudaOperators.missingFor(FloatProducts.rewrite(vocoder, precision))).isEmpty();
            assertThat(CudaOperators.missingFor(FloatProducts.rewrite(acoustic, precision))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void floatingPointProductsGiveTheSpectraOfThoseOfBytesUpToTheirQuantisers(Precision precision) {
        FrameNetwork bytes = new GraphNetwork(runtime.load("bytes", vocoder.bytes(), NetworkOptions.CPU), SHAPE);
        FrameNetwork floats = rewritten(precision);
        AcousticFrames frames = frames(acoustic, SENTENCES.getFirst());

        assertThat(differenceDb(spectra(bytes, frames), spectra(floats, frames))).isLessThan(-30);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void floatingPointProductsPredictDurationsWithinAStepOfThoseOfBytes(Precision precision) {
        int[] bytes = frames(acoustic, SENTENCES.getFirst()).symbolFrames();
        int[] floats = frames(FloatProducts.rewrite(acoustic, precision), SENTENCES.getFirst()).symbolFrames();

        assertThat(floats).hasSameSizeAs(bytes);
        int different = 0;
        for (int i = 0; i < bytes.length; i++) {
            assertThat(floats[i]).isBetween(bytes[i] - 2, bytes[i] + 2);
            different += floats[i] == bytes[i] ? 0 : 1;
        }
        assertThat(different).isLessThanOrEqualTo(bytes.length / 8);
    }

    @Test
    void streamsInOneBatchSoundAsEachAlone() throws Exception {
        List<AcousticFrames> utterances = SENTENCES.stream().map(sentence -> frames(acoustic, sentence)).toList();
        FrameNetwork alone = rewritten(Precision.SINGLE);
        List<float[]> expected = utterances.stream().map(frames -> samples(alone, frames)).toList();
        BatchedNetwork batches = new BatchedNetwork(runtime.load("floats", FloatProducts.rewrite(vocoder,
                Precision.SINGLE).bytes(), NetworkOptions.CPU), new Batching(8, Duration.ofMillis(200)));
        FrameNetwork together = new GraphNetwork(batches, SHAPE);
        Random random = new Random(60);
        for (int mix = 0; mix < MIXES; mix++) {
            List<Integer> chosen = random.ints(2 + random.nextInt(4), 0, SENTENCES.size()).boxed().toList();
            List<float[]> heard = atOnce(together, chosen.stream().map(utterances::get).toList());
            for (int i = 0; i < chosen.size(); i++) {
                assertThat(largestDifference(heard.get(i), expected.get(chosen.get(i)))).as("units of 16-bit PCM")
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(batches.figures().runs()).as("some went together").isGreaterThan(batches.figures().batches());
    }

    private static List<float[]> atOnce(FrameNetwork network, List<AcousticFrames> utterances) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<float[]>> streams = new ArrayList<>();
            utterances.forEach(frames -> streams.add(threads.submit(() -> samples(network, frames))));
            List<float[]> samples = new ArrayList<>();
            for (Future<float[]> stream : streams) {
                samples.add(stream.get());
            }
            return samples;
        }
    }

    private FrameNetwork rewritten(Precision precision) {
        return new GraphNetwork(
                runtime.load("floats", FloatProducts.rewrite(vocoder, precision).bytes(), NetworkOptions.CPU),
                SHAPE);
    }

    private AcousticFrames frames(OnnxGraph graph, String sentence) {
        Network network = runtime.load("acoustic", graph.bytes(), NetworkOptions.CPU);
        return new HibariAcousticModel(new GraphHibariNetwork(network), Alphabet.read(heart.file("vocab.json")))
                .predict(new PhonemeSequence(sentence, List.of()), 1);
    }

    private static float[] spectra(FrameNetwork network, AcousticFrames frames) {
        float[] spectra = new float[frames.frameCount() * HibariGeometry.PARTS];
        int[] length = new int[1];
        network.open(frames, 0).next(frames.frameCount(), (rows, count) -> {
            System.arraycopy(rows, 0, spectra, length[0], count * HibariGeometry.PARTS);
            length[0] += count * HibariGeometry.PARTS;
        });
        assertThat(length[0]).isEqualTo(spectra.length);
        return spectra;
    }

    private static double differenceDb(float[] expected, float[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        double signal = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            signal += expected[i] * expected[i];
            difference += (expected[i] - actual[i]) * (expected[i] - actual[i]);
        }
        return 10 * Math.log10(difference / signal);
    }

    private static float[] samples(FrameNetwork network, AcousticFrames frames) {
        HarmonicPlusNoise synthesis = new HarmonicPlusNoise(frames.track("f0").values(), 60, new NoiseTable());
        Kernels kernels = Kernels.fast();
        FrameRun run = network.open(frames, 0);
        float[][] samples = {{}};
        int block = 0;
        for (int at = 0; at < frames.frameCount();) {
            int count = Math.min(BLOCKS.size(block++), frames.frameCount() - at);
            run.next(count, (spectra, rows) -> {
                float[] more = HarmonicPlusNoiseTest.pushed(synthesis, spectra, rows, kernels);
                int length = samples[0].length;
                samples[0] = Arrays.copyOf(samples[0], length + more.length);
                System.arraycopy(more, 0, samples[0], length, more.length);
            });
            at += count;
        }
        return samples[0];
    }

    private static int largestDifference(float[] a, float[] b) {
        assertThat(a).hasSameSizeAs(b);
        int largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(Math.round(a[i] * Short.MAX_VALUE) - Math.round(b[i]
                    * Short.MAX_VALUE)));
        }
        return largest;
    }
}
