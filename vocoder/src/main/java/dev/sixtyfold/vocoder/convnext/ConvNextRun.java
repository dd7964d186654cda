package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.FrameRows;
import dev.sixtyfold.inference.kernels.Workspace;
import dev.sixtyfold.vocoder.FrameRun;
import java.util.Arrays;

/**
 * One utterance's way through a {@link ConvNextNetwork}: each block keeps the last frames that it saw. Before the first and
 * after the last frame of the utterance every block sees zeros. What no wanted row depends on is not computed.
 */
final class ConvNextRun implements FrameRun {

    private static final int REACH = ConvNextBlock.REACH;
    static final int KEPT = ConvNextBlock.KERNEL - 1;

    private final ConvNextNetwork network;
    private final InputConvolution.Run input;
    private final int frameCount;
    /** For each block the last frames that went in; lent by the network until the last frame has gone in. */
    private final float[][][] kept;
    /** How many they are. */
    private final int[] keptCounts;
    /** For each block how many of its first results nobody needs. */
    private final int[] unneeded;
    private final float[] zeros;
    private int taken;
    /** Frames that the first convolution has made, or nobody needs. */
    private int convolved;

    /**
     * @param first
     *            row that is wanted, and all after it
     */
    ConvNextRun(ConvNextNetwork network, InputConvolution.Run input, int frameCount, int first) {
        this.network = network;
        this.input = input;
        this.frameCount = frameCount;
        this.zeros = new float[network.channels()];
        this.kept = network.kept().take();
        this.keptCounts = new int[network.blocks().size()];
        this.unneeded = new int[network.blocks().size()];
        this.convolved = Math.max(0, first - REACH * kept.length);
        int begin = convolved;
        for (int i = 0; i < kept.length; i++) {
            int wanted = Math.max(0, first - REACH * (kept.length - 1 - i));
            if (begin == 0) {
                keptCounts[i] = REACH;
                for (int frame = 0; frame < REACH; frame++) {
                    Arrays.fill(kept[i][frame], 0); // before the utterance
                }
                unneeded[i] = wanted;
            }
            begin = wanted;
        }
    }

    @Override
    public void next(int count, Rows rows) {
        taken += count;
        boolean last = taken == frameCount;
        int ready = last ? frameCount : Math.max(0, taken - REACH);
        Workspace workspace = network.workspaces().take();
        try {
            int frames = Math.max(0, ready - convolved);
            input.run(convolved, frames, workspace.here().atLeast(frames));
            convolved += frames;
            FrameRows from = workspace.here();
            FrameRows to = workspace.there();
            for (int i = 0; i < kept.length; i++) {
                frames = through(i, frames, last, workspace, from, to);
                FrameRows swap = from;
                from = to;
                to = swap;
            }
            network.head(from.atLeast(frames), frames, workspace, rows);
        } finally {
            network.workspaces().giveBack(workspace);
        }
        if (last) {
            network.kept().giveBack(kept);
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
        int left = Math.min(unneeded[block], complete);
        unneeded[block] -= left;
        network.blocks().get(block).run(left == 0 ? window : Arrays.copyOfRange(window, left, length), complete - left,
                workspace, to.atLeast(complete - left));
        keep(block, window, length);
        return complete - left;
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
