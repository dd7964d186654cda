package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.acoustic.hibari.Regulation.Prosody;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.kernels.Workspace;
import dev.sixtyfold.speech.IdleThreads;
import dev.sixtyfold.speech.memory.MemoryPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same for processors: the runtime multiplies matrices of bytes, and everything between two products is done here. Each
 * row is quantised with a scale of its own, so an utterance's prediction depends on nothing but the utterance.
 */
public final class KernelHibariNetwork implements HibariNetwork {

    private final TextEncoder speech;
    private final TextEncoder prosody;
    private final DurationHead durations;
    private final ProsodyDecoder decoder;
    private final MemoryPool<Memory> memories;

    /** Working memory for one utterance, whose two encoders may run at the same time. */
    private record Memory(TextEncoder.Memory speech, TextEncoder.Memory prosody) {}

    private KernelHibariNetwork(HibariWeights weights, int longest) {
        this.speech = weights.encoder(EncoderNames.SPEECH);
        this.prosody = weights.encoder(EncoderNames.PROSODY);
        this.durations = DurationHead.of(weights);
        this.decoder = ProsodyDecoder.of(weights);
        this.memories = new MemoryPool<>(() -> new Memory(speech.memory(longest), prosody.memory(longest)));
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

    /** {@inheritDoc} What is spoken and how it is spoken do not depend on each other. */
    @Override
    public Prediction run(long[] ids, float speed, IdleThreads idle, Consumer<BatchFigures> batches) {
        Memory memory = memories.take();
        try {
            IdleThreads.Both<Prosody, float[][]> both = idle.both(() -> prosody(ids, speed, memory.prosody),
                    () -> speech.run(ids, memory.speech));
            return Regulation.prediction(copied(both.aside()), both.here());
        } finally {
            memories.giveBack(memory);
        }
    }

    /** Out of working memory. */
    private static float[][] copied(float[][] rows) {
        float[][] copies = new float[rows.length][];
        Arrays.setAll(copies, i -> rows[i].clone());
        return copies;
    }

    private Prosody prosody(long[] ids, float speed, TextEncoder.Memory memory) {
        float[][] encoded = prosody.run(ids, memory);
        float[] steps = durations.run(encoded, speed);
        return new Prosody(steps, contour(encoded, Regulation.phonemes(steps), memory.workspace()));
    }

    private float[][] contour(float[][] encoded, int[] phonemes, Workspace memory) {
        float[][] rows = decoder.phonemes(encoded);
        float[][] steps = new float[phonemes.length][];
        Arrays.setAll(steps, step -> rows[phonemes[step]]);
        return decoder.run(steps, memory);
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
