package dev.sixtyfold.inference.kernels;

/**
 * One block: a depthwise convolution over seven frames, layer normalisation, a linear layer to more channels, GELU, a linear
 * layer back, and the frame in the middle added.
 *
 * <p>Z. Liu and others, "A ConvNet for the 2020s", CVPR 2022.
 *
 * @param taps
 *            {@code [7][channels]}; owned by the block
 * @param bias
 *            of the convolution; owned by the block
 * @param dilation
 *            from one of the seven frames to the next
 */
@SuppressWarnings("ArrayRecordComponent")
public record ConvNextBlock(float[][] taps, float[] bias, int dilation, FeedForward feedForward) {

    /** Frames that the convolution sees at once. */
    public static final int KERNEL = 7;

    /** Frames that it looks ahead, and back, if they are neighbours. */
    public static final int REACH = KERNEL / 2;

    /**
     * Runs over some frames.
     *
     * @param frames
     *            {@code [count + 6 dilation][channels]}, those before and after included
     * @param results
     *            {@code [count][channels]} or longer
     */
    public void run(float[][] frames, int count, Workspace memory, float[][] results) {
        for (int from = 0; from < count; from += Workspace.ROWS) {
            int part = Math.min(Workspace.ROWS, count - from);
            float[] convolved = memory.row().narrow();
            for (int i = 0; i < part; i++) {
                RowKernels.now().convolve(taps, bias, frames, from + i, dilation, convolved);
                feedForward.put(i, convolved, memory);
            }
            feedForward.run(part, frames, from + REACH * dilation, memory, results, from);
        }
    }
}
