package dev.sixtyfold.vocoder.convnext;

import dev.sixtyfold.inference.kernels.ConvNextBlock;
import dev.sixtyfold.inference.kernels.FrameRows;
import dev.sixtyfold.inference.kernels.GraphWeights;
import dev.sixtyfold.inference.kernels.RowKernels;
import dev.sixtyfold.inference.kernels.RowsProduct;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.speech.memory.MemoryPool;
import java.util.Arrays;

/**
 * The convolution over seven frames that the network begins with. All but a few of its input's channels stay the same for as
 * long as a phoneme lasts, so their products with the seven taps are made once for each phoneme of a block, and only added for
 * each frame.
 */
final class InputConvolution {

    private static final int KERNEL = ConvNextBlock.KERNEL;
    private static final int REACH = ConvNextBlock.REACH;

    private final RowsProduct steady;
    private final float[][][] moving;
    private final float[] bias;
    /** Working memory for products, of one thread at a time: nothing in it lasts from one block to the next. */
    private final MemoryPool<FrameRows> memories;

    private InputConvolution(RowsProduct steady, float[][][] moving, float[] bias) {
        this.steady = steady;
        this.moving = moving;
        this.bias = bias;
        this.memories = new MemoryPool<>(() -> new FrameRows(KERNEL * bias.length));
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
                graph.product(steadyChannels, KERNEL * outer, steady), moving, bias);
    }

    /**
     * @param frames
     *            with the tracks {@code phonemes}, of the channels that stay the same, and {@code contour}, of the others
     */
    Run open(AcousticFrames frames) {
        return new Run(frames);
    }

    void close() {
        steady.product().close();
    }

    /** Over one utterance. */
    final class Run {

        private final float[][] phonemes;
        private final FrameTrack contour;
        /** Which phoneme each frame belongs to. */
        private final int[] phonemeOf;

        private Run(AcousticFrames frames) {
            this.phonemes = frames.symbolTrack("phonemes").rows();
            this.contour = frames.track("contour");
            this.phonemeOf = frames.symbolOfFrame();
        }

        /** Computes {@code count} frames from {@code from} on; beyond the ends of the utterance the input is zero. */
        void run(int from, int count, float[][] results) {
            if (count == 0) {
                return;
            }
            FrameRows memory = memories.take();
            try {
                int first = phonemeOf[Math.max(0, from - REACH)];
                int last = phonemeOf[Math.min(from + count - 1 + REACH, phonemeOf.length - 1)];
                float[][] rows = Arrays.copyOfRange(phonemes, first, last + 1);
                // Each phoneme's with all taps, [7][outer] one after the other.
                float[][] products = memory.atLeast(rows.length);
                steady.run(rows, rows.length, products);
                for (int i = 0; i < count; i++) {
                    frame(from + i, products, first, results[i]);
                }
            } finally {
                memories.giveBack(memory);
            }
        }

        private void frame(int frame, float[][] products, int first, float[] y) {
            System.arraycopy(bias, 0, y, 0, y.length);
            for (int tap = 0; tap < KERNEL; tap++) {
                int at = frame + tap - REACH;
                if (at >= 0 && at < phonemeOf.length) {
                    RowKernels.now().add(products[phonemeOf[at] - first], tap * y.length, y);
                    for (int channel = 0; channel < moving.length; channel++) {
                        float x = contour.values()[channel * contour.length() + at];
                        RowKernels.now().scaled(moving[channel][tap], x, y);
                    }
                }
            }
        }
    }
}
