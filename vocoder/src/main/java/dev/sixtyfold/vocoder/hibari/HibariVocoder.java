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
     * Frames that enter the network with each block. With its look-ahead of 27 frames the first block yields 21, of which
     * 19 are final: 240 ms of sound after some 3 ms of work. The larger ones cost less for each frame.
     */
    private static final BlockSchedule SCHEDULE = new BlockSchedule(List.of(48, 192, 256));

    private final Network network;
    private final StatefulShape shape;
    private final NoiseTable noise = new NoiseTable();

    /**
     * @param network
     *            inputs {@code hidden [N, C, n]}, {@code tail [N, t]} and the states {@code state0}, …; outputs
     *            {@code spectrum [N, m, 3005]} and {@code next_state0}, …
     */
    public HibariVocoder(Network network, StatefulShape shape) {
        this.network = network;
        this.shape = shape;
    }

    @Override
    public int sampleRate() {
        return HibariGeometry.SAMPLE_RATE;
    }

    @Override
    public VocoderStream open(AcousticFrames frames, long noiseSeed) {
        HarmonicPlusNoise synthesis = new HarmonicPlusNoise(frames.track("f0").values(), noiseSeed, noise,
                Kernels.fast());
        return new HibariVocoderStream(network, shape, frames, SCHEDULE, synthesis);
    }
}
