package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.MatrixProduct;
import dev.sixtyfold.inference.kernels.AttentionMemory;
import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.FrameRows;
import dev.sixtyfold.inference.kernels.LayerNorm;
import dev.sixtyfold.inference.kernels.TransformerLayer;
import dev.sixtyfold.inference.kernels.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From ids to one vector each: an embedding, some blocks that see neighbours, and one transformer layer that is run several
 * times over.
 *
 * @param embedding
 *            {@code [symbols][channels]}; owned by the encoder
 * @param repeats
 *            of the layer
 */
@SuppressWarnings("ArrayRecordComponent")
record TextEncoder(float[][] embedding, List<ConvNextBlock> blocks, TransformerLayer layer, int repeats,
        LayerNorm last) {

    private static final int REACH = ConvNextBlock.REACH;

    /** Working memory of one thread. */
    record Memory(Workspace workspace, AttentionMemory attention) {}

    Memory memory(int longest) {
        int inner = layer.feedForward().first().outer();
        return new Memory(Workspace.of(channels(), inner, channels()), new AttentionMemory(channels(), longest));
    }

    int channels() {
        return embedding[0].length;
    }

    /** Returns {@code [ids][channels]}, which the next run writes over. */
    float[][] run(long[] ids, Memory memory) {
        float[][] frames = new float[ids.length][];
        Arrays.setAll(frames, i -> embedding[Math.toIntExact(ids[i])]);
        frames = through(blocks, frames, memory.workspace());
        for (int i = 0; i < repeats; i++) {
            layer.run(frames, memory.attention(), memory.workspace());
        }
        float[] sums = memory.workspace().row().sums();
        for (float[] frame : frames) {
            last.apply(frame, sums, frame);
        }
        return frames;
    }

    /** What blocks make of frames, in the workspace. */
    static float[][] through(List<ConvNextBlock> blocks, float[][] frames, Workspace memory) {
        float[][] results = frames;
        FrameRows next = memory.here();
        for (ConvNextBlock block : blocks) {
            float[][] rows = Arrays.copyOf(next.atLeast(frames.length), frames.length);
            block.run(padded(results, REACH * block.dilation()), frames.length, memory, rows);
            results = rows;
            next = next == memory.here() ? memory.there() : memory.here();
        }
        return results;
    }

    /** With frames of zeros before and after. */
    private static float[][] padded(float[][] frames, int count) {
        float[] zeros = new float[frames[0].length];
        float[][] padded = new float[frames.length + 2 * count][];
        Arrays.fill(padded, zeros);
        System.arraycopy(frames, 0, padded, count, frames.length);
        return padded;
    }

    List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>(layer.products());
        blocks.forEach(block -> products.addAll(block.feedForward().products()));
        return products;
    }
}
