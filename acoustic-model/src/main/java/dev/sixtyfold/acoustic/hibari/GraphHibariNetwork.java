package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.IdleThreads;
import java.util.Arrays;
import java.util.function.Consumer;

/** The graph as it was published, for any device. */
public final class GraphHibariNetwork implements HibariNetwork {

    private static final int CONTOUR_CHANNELS = 2;

    private final Network network;

    /**
     * @param network
     *            inputs {@code ids [1, L]} and {@code speed [1]}; outputs {@code hidden [1, 130, F]}, {@code f0 [1, F]} in
     *            Hz and {@code durations [L]} in steps of two frames
     */
    public GraphHibariNetwork(Network network) {
        this.network = network;
    }

    @Override
    public Prediction run(long[] ids, float speed, IdleThreads idle, Consumer<BatchFigures> batches) {
        NamedOutputs outputs = NamedOutputs.of(network, batches, Tensor.longs("ids", ids, 1, ids.length),
                Tensor.floats("speed", new float[]{speed}, 1));
        return prediction(outputs.get("hidden"), outputs.get("f0"), outputs.get("durations"));
    }

    /** The graph repeats a phoneme's channels for each of its frames. */
    private static Prediction prediction(float[] hidden, float[] f0, float[] durations) {
        int frames = f0.length;
        int steady = hidden.length / frames - CONTOUR_CHANNELS;
        float[][] phonemes = new float[durations.length][steady];
        int frame = 0;
        for (int phoneme = 0; phoneme < durations.length; phoneme++) {
            int count = Regulation.FRAMES_PER_STEP * Math.round(durations[phoneme]);
            for (int channel = 0; channel < steady && count > 0; channel++) {
                phonemes[phoneme][channel] = hidden[channel * frames + frame];
            }
            frame += count;
        }
        return new Prediction(phonemes, Arrays.copyOfRange(hidden, steady * frames, hidden.length), f0, durations);
    }

    @Override
    public void close() {
        network.close();
    }
}
