package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.Vocoder;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.List;

/** The family's vocoder: each block of frames is computed once, and nothing twice. */
public final class HibariVocoder implements Vocoder {

    /** Channels of the hand-over, of the first, that stay the same while a phoneme lasts. The rest are f0 and energy. */
    public static final int STEADY_CHANNELS = 128;

    /**
     * Frames that enter the network with each block. With its look-ahead of 27 frames the first block yields 21, of which
     * 19 are final: 240 ms of sound after some 3 ms of work. The larger ones cost less for each frame.
     */
    private static final BlockSchedule SCHEDULE = new BlockSchedule(List.of(48, 192, 256));

    private final FrameNetwork network;
    private final NoiseTable noise = new NoiseTable();

    /**
     * @param network
     *            from the track {@code hidden} to {@link HibariGeometry#PARTS} numbers a frame
     */
    public HibariVocoder(FrameNetwork network) {
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
        return new HibariVocoderStream(network.open(frames.track("hidden")), frames.frameCount(), SCHEDULE, synthesis);
    }
}
