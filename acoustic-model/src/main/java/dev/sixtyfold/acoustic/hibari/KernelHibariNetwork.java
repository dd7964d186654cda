package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.kernels.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The same for processors: the runtime multiplies matrices of bytes, and everything between two products is done here. Each
 * row is quantised with a scale of its own, so an utterance's prediction depends on nothing but the utterance.
 */
public final class KernelHibariNetwork implements HibariNetwork {

    private static final int FRAMES_PER_STEP = 2;
    private static final float F0_SCALE = 100;
    private static final float TOLD_SCALE = 5;

    private final TextEncoder speech;
    private final TextEncoder prosody;
    private final DurationHead durations;
    private final ProsodyDecoder decoder;
    private final int longest;
    private final Queue<Memory> memories = new ConcurrentLinkedQueue<>();

    /** Working memory of one thread. */
    private record Memory(TextEncoder.Memory speech, TextEncoder.Memory prosody) {}

    private KernelHibariNetwork(HibariWeights weights, int longest) {
        this.speech = weights.speechEncoder();
        this.prosody = weights.prosodyEncoder();
        this.durations = DurationHead.of(weights);
        this.decoder = ProsodyDecoder.of(weights);
        this.longest = longest;
    }

    /**
     * Takes the weights out of a graph.
     *
     * @param longest
     *            ids of an utterance at most, pads included
     * @param products
     *            makes a product from its graph
     * @throws dev.sixtyfold.inference.InferenceException
     *             if the graph is of another kind
     */
    public static KernelHibariNetwork of(OnnxGraph graph, int longest, Function<byte[], MatrixProduct> products) {
        return new KernelHibariNetwork(new HibariWeights(graph, products), longest);
    }

    @Override
    public Prediction run(long[] ids, float speed) {
        Memory idle = memories.poll();
        Memory memory = idle == null ? new Memory(speech.memory(longest), prosody.memory(longest)) : idle;
        try {
            float[][] encoded = prosody.run(ids, memory.prosody);
            float[] steps = durations.run(encoded, speed);
            float[][] contour = contour(encoded, phonemes(steps), memory.prosody.workspace());
            return predict(speech.run(ids, memory.speech), contour, steps);
        } finally {
            memories.add(memory);
        }
    }

    /** Which phoneme each step belongs to. */
    private static int[] phonemes(float[] steps) {
        int count = 0;
        for (float step : steps) {
            count += Math.round(step);
        }
        int[] phonemes = new int[count];
        int at = 0;
        for (int phoneme = 0; phoneme < steps.length; phoneme++) {
            int end = at + Math.round(steps[phoneme]);
            Arrays.fill(phonemes, at, end, phoneme);
            at = end;
        }
        return phonemes;
    }

    private float[][] contour(float[][] encoded, int[] phonemes, Workspace memory) {
        float[][] rows = decoder.phonemes(encoded);
        float[][] steps = new float[phonemes.length][];
        Arrays.setAll(steps, step -> rows[phonemes[step]]);
        return decoder.run(steps, memory);
    }

    private static Prediction predict(float[][] spoken, float[][] steps, float[] durations) {
        int frames = FRAMES_PER_STEP * steps[0].length;
        float[] f0 = new float[frames];
        float[] contour = new float[2 * frames];
        for (int frame = 0; frame < frames; frame++) {
            int step = frame / FRAMES_PER_STEP;
            int half = frame % FRAMES_PER_STEP;
            f0[frame] = F0_SCALE * steps[half][step];
            contour[frame] = (float) Math.log1p(Math.max(0, f0[frame])) / TOLD_SCALE;
            contour[frames + frame] = steps[FRAMES_PER_STEP + half][step];
        }
        return new Prediction(spoken, contour, f0, durations);
    }

    @Override
    public void close() {
        List<MatrixProduct> products = new ArrayList<>(speech.products());
        products.addAll(prosody.products());
        products.add(durations.product());
        products.addAll(decoder.products());
        products.forEach(MatrixProduct::close);
    }
}
