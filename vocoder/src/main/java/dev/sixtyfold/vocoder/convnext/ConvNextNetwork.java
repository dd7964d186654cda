package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.LayerNorm;
import dev.sixtyfold.inference.kernels.LayerRows;
import dev.sixtyfold.inference.kernels.QuantizedLayer;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowMemory;
import dev.sixtyfold.inference.kernels.Workspace;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.memory.MemoryPool;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A network of ConvNeXt blocks for processors: the runtime multiplies matrices of bytes, and everything between two products
 * is done here, frame by frame. A frame's result depends on the frames that it sees and on nothing else, to the last bit:
 * not on the sizes of blocks, nor on what is computed beside it.
 */
public final class ConvNextNetwork implements FrameNetwork {

    private final InputConvolution input;
    private final List<ConvNextBlock> blocks;
    private final LayerNorm lastNorm;
    private final QuantizedLayer head;
    private final MemoryPool<Workspace> workspaces;
    private final MemoryPool<float[][][]> kept;

    ConvNextNetwork(InputConvolution input, List<ConvNextBlock> blocks, LayerNorm lastNorm, QuantizedLayer head) {
        this.input = input;
        this.blocks = List.copyOf(blocks);
        this.lastNorm = lastNorm;
        this.head = head;
        this.workspaces = new MemoryPool<>(
                () -> Workspace.of(channels(), blocks.getFirst().feedForward().first().outer(), head.outer()));
        this.kept = new MemoryPool<>(() -> new float[blocks.size()][ConvNextRun.KEPT][channels()]);
    }

    /**
     * Takes the weights out of a graph.
     *
     * @param steadyChannels
     *            how many of the input's channels, of the first, stay the same for some frames at a time
     * @param products
     *            makes a product from its graph
     * @throws dev.sixtyfold.inference.InferenceException
     *             if the graph is of another kind
     */
    public static ConvNextNetwork of(OnnxGraph graph, int steadyChannels, Function<byte[], MatrixProduct> products) {
        return new ConvNextWeights(graph, products).network(steadyChannels);
    }

    @Override
    public FrameRun open(AcousticFrames frames, int first) {
        return new ConvNextRun(this, input.open(frames), frames.frameCount(), first);
    }

    List<ConvNextBlock> blocks() {
        return blocks;
    }

    int channels() {
        return lastNorm.gain().length;
    }

    /** For one block of frames. */
    MemoryPool<Workspace> workspaces() {
        return workspaces;
    }

    /** For one run, the last frames of each block, {@code [blocks][KEPT][channels]}: some 150 kB. */
    MemoryPool<float[][][]> kept() {
        return kept;
    }

    /** The last layer: normalises, multiplies, and hands the results on. */
    void head(float[][] frames, int count, Workspace memory, FrameRun.Rows results) {
        RowMemory row = memory.row();
        LayerRows rows = memory.head();
        for (int from = 0; from < count; from += Workspace.HEAD_ROWS) {
            int part = Math.min(Workspace.HEAD_ROWS, count - from);
            for (int i = 0; i < part; i++) {
                float largest = lastNorm.apply(frames[from + i], row.sums(), row.normal());
                rows.putCentred(i, row.normal(), largest);
            }
            rows.multiply(head, part);
            for (int i = 0; i < part; i++) {
                RowKernels.now().dequantize(rows.results(), rows.result(i), rows.scale(i) * head.scale(), head.bias(),
                        memory.outputs(), i * head.outer());
            }
            results.take(memory.outputs(), part);
        }
    }

    @Override
    public void close() {
        List<MatrixProduct> products = new ArrayList<>();
        blocks.forEach(block -> products.addAll(block.feedForward().products()));
        products.add(head.product());
        input.close();
        products.forEach(MatrixProduct::close);
    }
}
