package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.inference.MatrixProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer of an encoder that normalises first: self-attention of some heads and a feed-forward part, each added to what
 * went in.
 *
 * <p>A. Vaswani and others, "Attention is all you need", NeurIPS 2017; R. Xiong and others, "On layer normalization in the
 * transformer architecture", ICML 2020.
 *
 * @param inward
 *            to queries, keys and values, one after the other
 * @param outward
 *            from the values of all heads, taken together
 */
public record TransformerLayer(LayerNorm norm, QuantizedLayer inward, int heads, QuantizedLayer outward,
        FeedForward feedForward) {

    /** Runs over all frames of a sequence, each of which sees all others. Results take the frames' place. */
    public void run(float[][] frames, AttentionMemory attention, Workspace memory) {
        attend(frames, attention, memory);
        for (int from = 0; from < frames.length; from += Workspace.ROWS) {
            int part = Math.min(Workspace.ROWS, frames.length - from);
            for (int i = 0; i < part; i++) {
                feedForward.put(i, frames[from + i], memory);
            }
            feedForward.run(part, frames, from, memory, frames, from);
        }
    }

    private void attend(float[][] frames, AttentionMemory attention, Workspace memory) {
        int channels = frames[0].length;
        LayerRows inputs = attention.inputs();
        float[] normal = memory.row().normal();
        for (int from = 0; from < frames.length; from += Workspace.ROWS) {
            int part = Math.min(Workspace.ROWS, frames.length - from);
            for (int i = 0; i < part; i++) {
                float largest = norm.apply(frames[from + i], memory.row().sums(), normal);
                inputs.putCentred(i, normal, largest);
            }
            inputs.multiply(inward, part);
            for (int i = 0; i < part; i++) {
                RowKernels.now().dequantize(inputs.results(), inputs.result(i), inputs.scale(i) * inward.scale(),
                        inward.bias(), attention.projected(), 0);
                attention.keep(from + i, frames.length);
            }
        }
        LayerRows outputs = attention.outputs();
        float[] next = memory.row().narrow();
        for (int from = 0; from < frames.length; from += Workspace.ROWS) {
            int part = Math.min(Workspace.ROWS, frames.length - from);
            for (int i = 0; i < part; i += 2) {
                attention.attend(from + i, frames.length, channels / heads, normal, next);
                outputs.putCentred(i, normal);
                if (i + 1 < part) {
                    outputs.putCentred(i + 1, next);
                }
            }
            outputs.multiply(outward, part);
            for (int i = 0; i < part; i++) {
                float[] frame = frames[from + i];
                RowKernels.now().dequantize(outputs.results(), outputs.result(i), outputs.scale(i) * outward.scale(),
                        outward.bias(), normal, 0);
                RowKernels.now().add(normal, frame);
            }
        }
    }

    /** To be closed with the network. */
    public List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>(List.of(inward.product(), outward.product()));
        products.addAll(feedForward.products());
        return products;
    }
}
