package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
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
    private final float[][][] kept;
    private final float[] zeros;
    private int taken;
    /** Frames that the first convolution has made. */
    private int convolved;

    ConvNextRun(ConvNextNetwork network, InputConvolution.Run input, int frameCount) {
        this.network = network;
        this.input = input;
        this.frameCount = frameCount;
        this.zeros = new float[network.channels()];
        this.kept = new float[network.blocks().size()][REACH][network.channels()];
    }

    @Override
    public float[] next(int count) {
        taken += count;
        boolean last = taken == frameCount;
        int ready = last ? frameCount : Math.max(0, taken - REACH);
        float[][] frames = new float[ready - convolved][network.channels()];
        input.run(convolved, frames.length, frames);
        convolved = ready;
        Workspace workspace = network.take();
        try {
            for (int i = 0; i < kept.length; i++) {
                frames = through(i, frames, last, workspace);
            }
            float[] results = new float[frames.length * network.outputs()];
            network.head(frames, frames.length, workspace, results);
            return results;
        } finally {
            network.giveBack(workspace);
        }
    }

    private float[][] through(int block, float[][] frames, boolean last, Workspace workspace) {
        float[][] before = kept[block];
        float[][] window = Arrays.copyOf(before, before.length + frames.length + (last ? REACH : 0));
        System.arraycopy(frames, 0, window, before.length, frames.length);
        Arrays.fill(window, before.length + frames.length, window.length, zeros);
        int complete = Math.max(0, window.length - KEPT);
        float[][] results = new float[complete][network.channels()];
        network.blocks().get(block).run(window, complete, workspace, results);
        kept[block] = Arrays.copyOfRange(window, Math.max(0, window.length - KEPT), window.length);
        return results;
    }
}
