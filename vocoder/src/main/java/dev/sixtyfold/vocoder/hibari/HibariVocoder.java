package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.memory.MemoryPool;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.Vocoder;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.List;

/** The family's vocoder: each block of frames is computed once, and nothing twice. */
public final class HibariVocoder implements Vocoder {

    /** Channels of the network's input, of the first, that stay the same while a phoneme lasts. The rest are the contour. */
    public static final int STEADY_CHANNELS = 128;

    /** Frames that the network looks ahead, and those that overlap-add waits for. */
    private static final int LOOK_AHEAD = 27 + 2;

    /** What the first block makes final after the pad, with which an utterance begins and whose end sounds already. */
    private static final int FIRST_SOUND = 12;

    /**
     * Frames that enter the network with each block after the first. The first one holds 150 ms of sound or more, which is
     * long enough to make the second in; the larger ones cost less for each frame.
     */
    private static final BlockSchedule SCHEDULE = new BlockSchedule(List.of(64, 192, 256));

    private final FrameNetwork network;
    private final NoiseTable noise = new NoiseTable();
    private final MemoryPool<Kernels> kernels = new MemoryPool<>(Kernels::fast);

    /**
     * @param network
     *            from the tracks {@code phonemes} and {@code contour} to {@link HibariGeometry#PARTS} numbers a frame
     */
    public HibariVocoder(FrameNetwork network) {
        this.network = network;
    }

    @Override
    public int sampleRate() {
        return HibariGeometry.SAMPLE_RATE;
    }

    @Override
    public VocoderStream open(AcousticFrames frames, int first, long noiseSeed) {
        return new HibariVocoderStream(network, frames, first,
                SCHEDULE.after(frames.symbolFrames()[0] + LOOK_AHEAD + FIRST_SOUND),
                new HarmonicPlusNoise(frames.track("f0").values(), noiseSeed, noise), kernels);
    }
}
