package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.speech.FrameTrack;
import java.util.Arrays;

/**
 * The convolution over seven frames that the network begins with. All but a few of its input's channels stay the same for as
 * long as a phoneme lasts, so their products with the seven taps are made once for each such run of frames, and only
 * added for each frame.
 */
final class InputConvolution {

    private static final int KERNEL = ConvNextBlock.KERNEL;
    private static final int REACH = ConvNextBlock.REACH;

    private final RowsProduct steady;
    private final float[][][] moving;
    private final float[] bias;
    private final int steadyChannels;

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
        private final int runCount;
        /** Each run's products with all taps, {@code [7][outer]} one after the other; of those that are being needed. */
        private final float[][] products;
        private int made;
        private int dropped;

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
            this.runCount = count;
            this.products = new float[count][];
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

        /**
         * Computes the frames from {@code from} on, none of which may lie before those of an earlier call; beyond the ends of
         * the utterance the input is zero.
         */
        void run(int from, int count, float[][] results) {
            int needed = runs[Math.min(from + count - 1 + REACH, frames.length() - 1)];
            while (made <= needed) {
                make(Math.min(RowsProduct.BATCH, runCount - made));
            }
            for (int i = 0; i < count; i++) {
                frame(from + i, results[i]);
            }
            int kept = runs[Math.clamp((long) from + count - REACH, 0, frames.length() - 1)];
            Arrays.fill(products, dropped, kept, null);
            dropped = kept;
        }

        private void frame(int frame, float[] y) {
            System.arraycopy(bias, 0, y, 0, y.length);
            for (int tap = 0; tap < KERNEL; tap++) {
                int at = frame + tap - REACH;
                if (at >= 0 && at < frames.length()) {
                    RowKernels.now().add(products[runs[at]], tap * y.length, y);
                    for (int channel = 0; channel < moving.length; channel++) {
                        float x = frames.values()[(steadyChannels + channel) * frames.length() + at];
                        RowKernels.now().scaled(moving[channel][tap], x, y);
                    }
                }
            }
        }

        private void make(int count) {
            float[][] rows = new float[count][steadyChannels];
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < steadyChannels; channel++) {
                    rows[i][channel] = frames.values()[channel * frames.length() + starts[made + i]];
                }
            }
            System.arraycopy(steady.run(rows), 0, products, made, count);
            made += count;
        }
    }
}
