package dev.sixtyfold.vocoder.convnext;

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
 * @param gain
 *            of each channel after the second layer; owned by the block
 */
@SuppressWarnings("ArrayRecordComponent")
record ConvNextBlock(float[][] taps, float[] bias, LayerNorm norm, QuantizedLayer first, QuantizedLayer second,
        float[] gain) {

    /** Frames that the convolution sees at once. */
    static final int KERNEL = 7;

    /** Frames that it looks ahead, and back. */
    static final int REACH = KERNEL / 2;

    /**
     * Runs over some frames.
     *
     * @param frames
     *            {@code [count + 6][channels]}, those before and after included
     * @param results
     *            {@code [count][channels]} or longer
     */
    void run(float[][] frames, int count, Workspace memory, float[][] results) {
        for (int from = 0; from < count; from += Workspace.ROWS) {
            run(frames, from, Math.min(Workspace.ROWS, count - from), memory, results);
        }
    }

    private void run(float[][] frames, int from, int count, Workspace memory, float[][] results) {
        RowMemory row = memory.row();
        LayerRows widening = memory.widening();
        for (int i = 0; i < count; i++) {
            convolve(frames, from + i, row.narrow());
            norm.apply(row.narrow(), row, row.normal());
            widening.putCentred(i, row.normal());
        }
        widening.multiply(first, count);
        LayerRows narrowing = memory.narrowing();
        for (int i = 0; i < count; i++) {
            RowKernels.dequantizeGelu(widening.sums(i), widening.scale(i) * first.scale(), first.bias(), row.wide());
            narrowing.putGelu(i, row.wide());
        }
        narrowing.multiply(second, count);
        for (int i = 0; i < count; i++) {
            float[] narrow = row.narrow();
            RowKernels.sum(frames[from + i + REACH], second.bias(), narrow);
            RowKernels.dequantizeOnto(narrow, narrowing.sums(i), narrowing.zero(i), second.columnSums(),
                    narrowing.scale(i) * second.scale(), gain, results[from + i]);
        }
    }

    private void convolve(float[][] x, int at, float[] y) {
        RowKernels.twoTaps(bias, taps[0], x[at], taps[1], x[at + 1], y);
        RowKernels.tap(taps[2], x[at + 2], y);
        RowKernels.tap(taps[3], x[at + 3], y);
        RowKernels.tap(taps[4], x[at + 4], y);
        RowKernels.tap(taps[5], x[at + 5], y);
        RowKernels.tap(taps[6], x[at + 6], y);
    }
}
