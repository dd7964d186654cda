package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.acoustic.hibari.Regulation.Prosody;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.IdleThreads;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The same by {@link MaskedGraphs}, on any device: each utterance is filled up to the next of few lengths, whether others are
 * there or not, so that those of like length can share a run and each is predicted as it would be alone.
 */
public final class MaskedHibariNetwork implements HibariNetwork {

    /** Phonemes of an utterance are filled up to a multiple of this. */
    private static final int PHONEMES = 32;
    /** Likewise its steps of two frames. */
    private static final int STEPS = 64;

    private final Network encoders;
    private final Network decoder;

    /**
     * @param encoders
     *            a graph as {@link MaskedGraphs#encoders}
     * @param decoder
     *            a graph as {@link MaskedGraphs#decoder}
     */
    public MaskedHibariNetwork(Network encoders, Network decoder) {
        this.encoders = encoders;
        this.decoder = decoder;
    }

    @Override
    public Prediction run(long[] ids, float speed, IdleThreads idle, Consumer<BatchFigures> batches) {
        int count = ids.length;
        int length = filled(count, PHONEMES);
        NamedOutputs encoded = NamedOutputs.of(encoders, batches,
                Tensor.longs("ids", Arrays.copyOf(ids, length), 1, length),
                mask(count, length));
        float[] logarithms = encoded.get("durations");
        float[] durations = new float[count];
        for (int i = 0; i < count; i++) {
            durations[i] = Regulation.steps(logarithms[i], speed);
        }
        float[][] contour = contour(encoded.get("steps"), length, Regulation.phonemes(durations), batches);
        return Regulation.prediction(rows(encoded.get("speech"), length, count), new Prosody(durations, contour));
    }

    /**
     * @param rows
     *            {@code [length][channels]}
     * @param phonemes
     *            of each step
     * @return {@code [4][steps]}
     */
    private float[][] contour(float[] rows, int length, int[] phonemes, Consumer<BatchFigures> batches) {
        int channels = rows.length / length;
        int filled = filled(phonemes.length, STEPS);
        float[] steps = new float[filled * channels];
        for (int step = 0; step < phonemes.length; step++) {
            System.arraycopy(rows, phonemes[step] * channels, steps, step * channels, channels);
        }
        float[] values = NamedOutputs.of(decoder, batches, Tensor.floats("steps", steps, 1, filled, channels),
                mask(phonemes.length, filled)).get("contour");
        int parts = values.length / filled;
        float[][] contour = new float[parts][phonemes.length];
        for (int step = 0; step < phonemes.length; step++) {
            for (int part = 0; part < parts; part++) {
                contour[part][step] = values[step * parts + part];
            }
        }
        return contour;
    }

    private static int filled(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }

    private static Tensor mask(int count, int length) {
        float[] mask = new float[length];
        Arrays.fill(mask, 0, count, 1);
        return Tensor.floats("mask", mask, 1, length);
    }

    private static float[][] rows(float[] values, int length, int count) {
        int channels = values.length / length;
        float[][] rows = new float[count][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * channels, (i + 1) * channels));
        return rows;
    }

    @Override
    public void close() {
        encoders.close();
        decoder.close();
    }
}
