package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.FrameRows;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.speech.FrameTrack;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The convolution over seven frames that the network begins with. All but a few of its input's channels stay the same for as
 * long as a phoneme lasts, so their products with the seven taps are made once for each such run of frames in a block, and
 * only added for each frame.
 */
final class InputConvolution {

    private static final int KERNEL = ConvNextBlock.KERNEL;
    private static final int REACH = ConvNextBlock.REACH;

    private final RowsProduct steady;
    private final float[][][] moving;
    private final float[] bias;
    private final int steadyChannels;
    private final Queue<Memory> memories = new ConcurrentLinkedQueue<>();

    /** Working memory of one thread: nothing in it lasts from one block to the next. */
    private record Memory(FrameRows inputs, FrameRows products) {

        Memory(int steadyChannels, int outer) {
            this(new FrameRows(steadyChannels), new FrameRows(KERNEL * outer));
        }
    }

    private InputConvolution(RowsProduct steady, int steadyChannels, float[][][] moving, float[] bias) {
        this.steady = steady;
        this.steadyChannels = steadyChannels;
        this.moving = moving;
        this.bias = bias;
    }

    /**
     * @param weights
     *            {@code [outer][channels][7]}
     * @param steadyChannels
     *            how many, of the first, stay the same in a run
     */
    static InputConvolution of(float[] weights, float[] bias, int steadyChannels,
            GraphWeights graph) {
        int outer = bias.length;
        int channels = weights.length / outer / KERNEL;
        float[] steady = new float[steadyChannels * KERNEL * outer];
        float[][][] moving = new float[channels - steadyChannels][KERNEL][outer];
        for (int to = 0; to < outer; to++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int tap = 0; tap < KERNEL; tap++) {
                    float weight = weights[(to * channels + channel) * KERNEL + tap];
                    if (channel < steadyChannels) {
                        steady[(channel * KERNEL + tap) * outer + to] = weight;
                    } else {
                        moving[channel - steadyChannels][tap][to] = weight;
                    }
                }
            }
        }
        return new InputConvolution(
                graph.product(steadyChannels, KERNEL * outer, steady), steadyChannels, moving, bias);
    }

    Run open(FrameTrack frames) {
        return new Run(frames);
    }

    void close() {
        steady.product().close();
    }

    /** Over one utterance. */
    final class Run {

        private final FrameTrack frames;
        /** Which run each frame belongs to. */
        private final int[] runs;
        /** First frame of each run. */
        private final int[] starts;

        private Run(FrameTrack frames) {
            this.frames = frames;
            this.runs = new int[frames.length()];
            this.starts = new int[frames.length()];
            int count = 0;
            for (int frame = 0; frame < frames.length(); frame++) {
                if (frame == 0 || !sameAsBefore(frame)) {
                    starts[count++] = frame;
                }
                runs[frame] = count - 1;
            }
        }

        private boolean sameAsBefore(int frame) {
            for (int channel = 0; channel < steadyChannels; channel++) {
                int at = channel * frames.length() + frame;
                if (frames.values()[at] != frames.values()[at - 1]) {
                    return false;
                }
            }
            return true;
        }

        /** Computes {@code count} frames from {@code from} on; beyond the ends of the utterance the input is zero. */
        void run(int from, int count, float[][] results) {
            if (count == 0) {
                return;
            }
            Memory idle = memories.poll();
            Memory memory = idle == null ? new Memory(steadyChannels, bias.length) : idle;
            try {
                int first = runs[Math.max(0, from - REACH)];
                int last = runs[Math.min(from + count - 1 + REACH, frames.length() - 1)];
                float[][] products = products(first, last - first + 1, memory);
                for (int i = 0; i < count; i++) {
                    frame(from + i, products, first, results[i]);
                }
            } finally {
                memories.add(memory);
            }
        }

        /** Of each run of frames from {@code first} on with all taps, {@code [7][outer]} one after the other. */
        private float[][] products(int first, int count, Memory memory) {
            float[][] inputs = memory.inputs.atLeast(count);
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < steadyChannels; channel++) {
                    inputs[i][channel] = frames.values()[channel * frames.length() + starts[first + i]];
                }
            }
            float[][] products = memory.products.atLeast(count);
            steady.run(inputs, count, products);
            return products;
        }

        private void frame(int frame, float[][] products, int firstRun, float[] y) {
            System.arraycopy(bias, 0, y, 0, y.length);
            for (int tap = 0; tap < KERNEL; tap++) {
                int at = frame + tap - REACH;
                if (at >= 0 && at < frames.length()) {
                    RowKernels.now().add(products[runs[at] - firstRun], tap * y.length, y);
                    for (int channel = 0; channel < moving.length; channel++) {
                        float x = frames.values()[(steadyChannels + channel) * frames.length() + at];
                        RowKernels.now().scaled(moving[channel][tap], x, y);
                    }
                }
            }
        }
    }
}
