package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import java.util.Arrays;

/**
 * Stands in for the vocoder's network: the same spectral parts whatever it is given, at no cost, so that what is measured
 * is the signal processing after it. As much noise as harmonics, quiet.
 */
final class SilentNetwork implements FrameNetwork {

    private static final int PARTS = 5 * 601;
    private static final float LEVEL = -4;

    @Override
    public FrameRun open(AcousticFrames frames, int first) {
        return (count, rows) -> {
            float[] spectrum = new float[count * PARTS];
            Arrays.fill(spectrum, LEVEL);
            rows.take(spectrum, count);
        };
    }

    @Override
    public void close() {}
}
