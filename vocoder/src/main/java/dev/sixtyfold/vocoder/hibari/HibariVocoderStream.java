package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameRun;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.Optional;

/** The state of one utterance: how many of its frames have gone into the network, and in which blocks. */
final class HibariVocoderStream implements VocoderStream {

    private final FrameRun network;
    private final int frameCount;
    private final BlockSchedule schedule;
    private final HarmonicPlusNoise synthesis;
    private int block;
    private int position;

    HibariVocoderStream(FrameRun network, int frameCount, BlockSchedule schedule, HarmonicPlusNoise synthesis) {
        this.network = network;
        this.frameCount = frameCount;
        this.schedule = schedule;
        this.synthesis = synthesis;
    }

    @Override
    public Optional<AudioChunk> next() {
        while (position < frameCount) {
            int frames = Math.min(schedule.size(block++), frameCount - position);
            float[] spectrum = network.next(frames);
            position += frames;
            float[] samples = synthesis.push(spectrum, 0, spectrum.length / HibariGeometry.PARTS);
            if (samples.length > 0) {
                return Optional.of(new AudioChunk(samples, HibariGeometry.SAMPLE_RATE));
            }
        }
        return Optional.empty();
    }
}
