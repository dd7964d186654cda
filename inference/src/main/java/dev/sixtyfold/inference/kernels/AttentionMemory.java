package dev.sixtyfold.inference.kernels;

import dev.sixtyfold.speech.dsp.VectorUnit;
import java.util.Arrays;

/**
 * Queries, keys and values of one sequence, and the attention between them. Working memory of one thread, written over by
 * every layer.
 */
public final class AttentionMemory {

    private final int channels;
    private final LayerRows inputs;
    private final LayerRows outputs;
    private final float[] projected;
    private final float[] queries;
    /** Those of all frames side by side, {@link #distance} from one channel to the next. */
    private final float[] keys;
    private final float[] values;
    /** Of one frame, and of the next. */
    private final float[] weights;
    private final float[] others;
    private final float[] sums = new float[VectorUnit.MULTIPLE];

    /**
     * @param longest
     *            frames that a sequence has at most
     */
    public AttentionMemory(int channels, int longest) {
        this.channels = channels;
        int room = distance(longest);
        this.inputs = new LayerRows(Workspace.ROWS, channels, 3 * channels);
        this.outputs = new LayerRows(Workspace.ROWS, channels, channels);
        this.projected = new float[3 * channels];
        this.queries = new float[room * channels];
        this.keys = new float[channels * room];
        this.values = new float[room * channels];
        this.weights = new float[room];
        this.others = new float[room];
    }

    LayerRows inputs() {
        return inputs;
    }

    LayerRows outputs() {
        return outputs;
    }

    /** Query, key and value of one frame, {@code [3][channels]}, on their way to {@link #keep}. */
    float[] projected() {
        return projected;
    }

    /** Frames of a sequence, rounded up to vectors, and no multiple of the size of a page of the first cache. */
    private static int distance(int count) {
        int padded = VectorUnit.padded(count);
        return padded % 128 == 0 ? padded + VectorUnit.MULTIPLE : padded;
    }

    /**
     * @param count
     *            frames of the sequence
     */
    void keep(int frame, int count) {
        int distance = distance(count);
        System.arraycopy(projected, 0, queries, frame * channels, channels);
        for (int channel = 0; channel < channels; channel++) {
            keys[channel * distance + frame] = projected[channels + channel];
        }
        System.arraycopy(projected, 2 * channels, values, frame * channels, channels);
    }

    /**
     * What a frame and the next one take from all others.
     *
     * @param count
     *            frames of the sequence
     * @param width
     *            channels of a head
     * @param one
     *            {@code [channels]}
     * @param other
     *            {@code [channels]}; of no use after the last frame
     */
    void attend(int frame, int count, int width, float[] one, float[] other) {
        int next = Math.min(frame + 1, count - 1);
        int distance = distance(count);
        int padded = VectorUnit.padded(count);
        float scale = (float) (1 / Math.sqrt(width));
        for (int head = 0; head < channels; head += width) {
            RowKernels.now().products(queries, frame * channels + head, queries, next * channels + head, width, keys,
                    head * distance, distance, padded, weights, others, 0);
            softmax(weights, count, padded, scale);
            softmax(others, count, padded, scale);
            RowKernels.now().products(weights, 0, others, 0, count, values, head, channels, width, one, other, head);
        }
    }

    private void softmax(float[] row, int count, int padded, float scale) {
        Arrays.fill(row, count, padded, Float.NEGATIVE_INFINITY); // what an earlier sequence left there
        RowKernels.now().softmax(row, padded, scale, sums);
    }
}
