package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.Vocoder;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.List;

/** The family's vocoder, by its stateful graph: each block is computed once, and nothing twice. */
public final class HibariVocoder implements Vocoder {

    /**
     * Frames that enter the network with each block; the first is larger, since the network looks
     * {@link HibariVocoderStream#LOOK_AHEAD} frames ahead.
     */
    private static final BlockSchedule SCHEDULE = new BlockSchedule(List.of(48, 16, 32, 64, 128));

    private final Network network;
    private final NoiseTable noise = new NoiseTable();

    /**
     * @param network
     *            inputs {@code hidden [N, 130, n]}, {@code mask [N, 1, n + 24]} and nine states; outputs
     *            {@code spectrum [N, n, 3005]} and the states that follow
     */
    public HibariVocoder(Network network) {
        this.network = network;
    }

    @Override
    public int sampleRate() {
        return HibariGeometry.SAMPLE_RATE;
    }

    @Override
    public VocoderStream open(AcousticFrames frames, long noiseSeed) {
        HarmonicPlusNoise synthesis = new HarmonicPlusNoise(frames.track("f0").values(), noiseSeed, noise,
                Kernels.fast());
        return new HibariVocoderStream(network, frames, SCHEDULE, synthesis);
    }
}
