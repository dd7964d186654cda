package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.FrameRows;
import dev.sixtyfold.inference.kernels.Workspace;
import dev.sixtyfold.vocoder.FrameRun;
import java.util.Arrays;

/**
 * One utterance's way through a {@link ConvNextNetwork}: each block keeps the last frames that it saw. Before the first and
 * after the last frame of the utterance every block sees zeros.
 */
final class ConvNextRun implements FrameRun {

    private static final int REACH = ConvNextBlock.REACH;
    private static final int KEPT = ConvNextBlock.KERNEL - 1;

    private final ConvNextNetwork network;
    private final InputConvolution.Run input;
    private final int frameCount;
    /** For each block the last frames that went in. */
    private final float[][][] kept;
    /** How many they are. */
    private final int[] keptCounts;
    private final float[] zeros;
    private int taken;
    /** Frames that the first convolution has made. */
    private int convolved;

    ConvNextRun(ConvNextNetwork network, InputConvolution.Run input, int frameCount) {
        this.network = network;
        this.input = input;
        this.frameCount = frameCount;
        this.zeros = new float[network.channels()];
        this.kept = new float[network.blocks().size()][KEPT][network.channels()];
        this.keptCounts = new int[network.blocks().size()];
        Arrays.fill(keptCounts, REACH); // zeros before the utterance
    }

    @Override
    public void next(int count, Rows rows) {
        taken += count;
        boolean last = taken == frameCount;
        int ready = last ? frameCount : Math.max(0, taken - REACH);
        Workspace workspace = network.take();
        try {
            int frames = ready - convolved;
            input.run(convolved, frames, workspace.here().atLeast(frames));
            convolved = ready;
            for (int i = 0; i < kept.length; i++) {
                boolean back = i % 2 == 1;
                frames = through(i, frames, last, workspace, back ? workspace.there() : workspace.here(),
                        back ? workspace.here() : workspace.there());
            }
            FrameRows results = kept.length % 2 == 0 ? workspace.here() : workspace.there();
            network.head(results.atLeast(frames), frames, workspace, rows);
        } finally {
            network.giveBack(workspace);
        }
    }

    /** Returns how many frames it has made. */
    private int through(int block, int count, boolean last, Workspace workspace, FrameRows from, FrameRows to) {
        int before = keptCounts[block];
        int length = before + count + (last ? REACH : 0);
        float[][] window = Arrays.copyOf(kept[block], length);
        System.arraycopy(from.atLeast(count), 0, window, before, count);
        Arrays.fill(window, before + count, length, zeros);
        int complete = Math.max(0, length - KEPT);
        network.blocks().get(block).run(window, complete, workspace, to.atLeast(complete));
        keep(block, window, length);
        return complete;
    }

    /** Copies the last frames, which are working memory, or were kept before and move to the front. */
    private void keep(int block, float[][] window, int length) {
        float[][] frames = kept[block];
        int count = Math.min(KEPT, length);
        for (int i = 0; i < count; i++) {
            float[] frame = window[length - count + i];
            System.arraycopy(frame, 0, frames[i], 0, frame.length);
        }
        keptCounts[block] = count;
    }
}
