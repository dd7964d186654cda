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
            RowKernels.convolve(taps, bias, frames, from + i, 1, row.narrow());
            norm.apply(row.narrow(), row.sums(), row.normal());
            widening.putCentred(i, row.normal());
        }
        widening.multiply(first, count);
        LayerRows narrowing = memory.narrowing();
        for (int i = 0; i < count; i++) {
            float largest = RowKernels.dequantizeGelu(widening.results(), widening.result(i),
                    widening.scale(i) * first.scale(), first.bias(), row.wide());
            narrowing.putGelu(i, row.wide(), largest);
        }
        narrowing.multiply(second, count);
        for (int i = 0; i < count; i++) {
            RowKernels.dequantizeOnto(frames[from + i + REACH], narrowing.results(), narrowing.result(i),
                    narrowing.zero(i), second.columnSums(), narrowing.scale(i) * second.scale(), gain, second.bias(),
                    results[from + i]);
        }
    }
}
