package dev.sixtyfold.voices.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.inference.graph.GraphCut;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.manifest.GraphRecipe;
import dev.sixtyfold.voices.manifest.PackageFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default voice, really installed into this user's home (once: later runs find it there). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeartVoiceTest {

    /** "The birch canoe slid on the smooth planks." and "No.", as the reference package writes them. */
    private static final long[][] SENTENCES = {
        {0, 81, 83, 16, 44, 156, 87, 123, 133, 16, 53, 83, 56, 156, 63, 16, 61, 54,
            156, 102, 46, 16, 157, 76, 56, 16, 81, 83, 16, 61, 55, 156, 63, 81, 16, 58, 54, 156, 72, 112, 53, 61, 4, 0},
        {0, 56, 156, 31, 4, 0}};
    private static final List<String> PARTS = List.of("lh", "theta", "ln", "lr", "phi");
    private static final int BINS = 601;
    private static final int CHANNELS = 130;

    @TempDir
    Path directory;

    private InferenceRuntime runtime;
    private InstalledVoice heart;

    @BeforeAll
    void install() {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        heart = new VoiceInstaller(new VoiceStore(home), new PipFetcher())
                .install(VoiceCatalogue.bundled().voice(new VoiceId("heart")));
        runtime = InferenceRuntime.open(home);
    }

    @Test
    void everyFileIsTheOneThatTheManifestNames() throws IOException {
        for (PackageFile file : heart.manifest().files()) {
            assertThat(FileHash.of(heart.file(file.name())).sha256()).as(file.name()).isEqualTo(file.sha256());
        }
    }

    /** The outputs of the uncut graph, by name. */
    private List<Tensor.Floats> uncut(long[] ids, float speed) {
        try (Network whole = runtime.load(heart.file("hibari.onnx"), NetworkOptions.CPU)) {
            return floats(whole.run(List.of(Tensor.longs("ids", ids, 1, ids.length),
                    Tensor.floats("speed", new float[]{speed}, 1))));
        }
    }

    private List<Tensor.Floats> acoustic(long[] ids, float speed) {
        try (Network acoustic = runtime.load(heart.file("acoustic.onnx"), NetworkOptions.CPU)) {
            return floats(acoustic.run(List.of(Tensor.longs("ids", ids, 1, ids.length),
                    Tensor.floats("speed", new float[]{speed}, 1))));
        }
    }

    private static List<Tensor.Floats> floats(List<Tensor> tensors) {
        return tensors.stream().map(Tensor.Floats.class::cast).toList();
    }

    private static Tensor.Floats named(List<Tensor.Floats> tensors, String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst().orElseThrow();
    }

    /** The vocoder half without state, made by the same cut. */
    private float[] wholeVocoder(float[] hidden, int frames) {
        GraphRecipe recipe = heart.manifest().model().graphs().getLast();
        Path file = directory.resolve("vocoder-whole.onnx");
        new GraphCut(recipe.inputs(), recipe.outputs()).apply(OnnxGraph.read(heart.file("hibari.onnx"))).write(file);
        try (Network vocoder = runtime.load(file, NetworkOptions.CPU)) {
            return floats(vocoder.run(List.of(Tensor.floats("hidden", hidden, 1, CHANNELS, frames)))).getFirst()
                    .values();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.7f, 1, 1.5f})
    void theTwoHalvesTogetherAreTheUncutGraph(float speed) {
        for (long[] ids : SENTENCES) {
            List<Tensor.Floats> expected = uncut(ids, speed);
            List<Tensor.Floats> frames = acoustic(ids, speed);

            assertThat(named(frames, "f0").values()).isEqualTo(named(expected, "f0").values());
            Tensor.Floats hidden = named(frames, "hidden");
            int count = (int) hidden.shape()[2];
            double units = 0;
            for (float duration : named(frames, "durations").values()) {
                units += duration;
            }
            assertThat(count).as("durations are in units of two frames").isEqualTo((int) (2 * units));
            float[] spectrum = wholeVocoder(hidden.values(), count);
            for (int part = 0; part < PARTS.size(); part++) {
                float[] uncut = named(expected, PARTS.get(part)).values();
                for (int bin = 0; bin < BINS; bin++) {
                    for (int frame = 0; frame < count; frame++) {
                        assertThat(spectrum[(frame * PARTS.size() + part) * BINS + bin])
                                .as("%s, bin %s, frame %s", PARTS.get(part), bin, frame)
                                .isEqualTo(uncut[bin * count + frame]);
                    }
                }
            }
        }
    }

    @Test
    void blocksEqualTheWholeRunButForTheStepsOfTheQuantiser() {
        for (long[] ids : SENTENCES) {
            Tensor.Floats hidden = named(acoustic(ids, 1), "hidden");
            int frames = (int) hidden.shape()[2];
            float[] whole = wholeVocoder(hidden.values(), frames);
            for (List<Integer> schedule : List.of(List.of(16), List.of(64), List.of(48, 16, 32, 64, 128))) {
                float[] blocks = inBlocks(hidden.values(), frames, schedule);
                assertThat(relativeDifference(blocks, whole)).as("%d frames in blocks of %s", frames, schedule)
                        .isCloseTo(0, within(0.02));
            }
        }
    }

    /** Copies, since the quantisers of one batch share their scales: different utterances would not be equal to the bit. */
    @Test
    void copiesInOneBatchAreTheUtteranceAlone() {
        Tensor.Floats hidden = named(acoustic(SENTENCES[0], 1), "hidden");
        int frames = (int) hidden.shape()[2];
        float[] alone = inBlocks(hidden.values(), frames, List.of(64));

        assertThat(inBlocks(hidden.values(), frames, List.of(64), 3)).isEqualTo(alone);
    }

    private float[] inBlocks(float[] hidden, int frames, List<Integer> schedule) {
        return inBlocks(hidden, frames, schedule, 1);
    }

    /** Runs copies of one utterance in a batch; the result is that of the last. */
    private float[] inBlocks(float[] hidden, int frames, List<Integer> schedule, int copies) {
        GraphRecipe.Blocks form = Objects.requireNonNull(heart.manifest().model().graphs().getLast().blocks());
        int outputs = PARTS.size() * BINS;
        float[] spectrum = new float[frames * outputs];
        List<Tensor> states = new ArrayList<>();
        int atStart = form.firstStateFrames();
        for (int i = 0; i < form.stateChannels().size(); i++) {
            int channels = form.stateChannels().get(i);
            states.add(Tensor.floats("state" + i, new float[copies * atStart * channels], copies, atStart, channels));
        }
        try (Network vocoder = runtime.load(heart.file("vocoder.onnx"), NetworkOptions.CPU)) {
            int call = 0;
            int made = 0;
            for (int position = 0; position < frames;) {
                int wanted = schedule.get(Math.min(call++, schedule.size() - 1));
                int least = position == 0 ? form.delayFrames() + 1 : 1;
                int block = Math.min(Math.max(wanted, least), frames - position);
                int tail = position + block == frames ? form.tailFrames() : 0;
                float[] columns = new float[CHANNELS * block];
                for (int channel = 0; channel < CHANNELS; channel++) {
                    System.arraycopy(hidden, channel * frames + position, columns, channel * block, block);
                }
                List<Tensor> inputs = new ArrayList<>(states);
                inputs.add(Tensor.floats("hidden", repeated(columns, copies), copies, CHANNELS, block));
                inputs.add(Tensor.floats("tail", new float[copies * tail], copies, tail));
                List<Tensor.Floats> results = floats(vocoder.run(inputs));
                Tensor.Floats result = named(results, "spectrum");
                int complete = Math.toIntExact(result.shape()[1]);
                System.arraycopy(result.values(), (copies - 1) * complete * outputs, spectrum, made * outputs,
                        complete * outputs);
                made += complete;
                for (int i = 0; i < states.size(); i++) {
                    Tensor.Floats next = named(results, "next_state" + i);
                    states.set(i, new Tensor.Floats("state" + i, next.shape(), next.values()));
                }
                position += block;
            }
            assertThat(made).isEqualTo(frames);
        }
        return spectrum;
    }

    private static float[] repeated(float[] values, int copies) {
        float[] repeated = Arrays.copyOf(values, copies * values.length);
        for (int i = 1; i < copies; i++) {
            System.arraycopy(values, 0, repeated, i * values.length, values.length);
        }
        return repeated;
    }

    /** Root of the mean squared difference against the root of the mean square. */
    private static double relativeDifference(float[] actual, float[] expected) {
        double difference = 0;
        double power = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (double) (actual[i] - expected[i]);
            power += expected[i] * (double) expected[i];
        }
        return Math.sqrt(difference / power);
    }
}
