package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.memory.MemoryPool;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.Optional;

/** The state of one utterance: how many of its frames have gone into the network, and in which blocks. */
final class HibariVocoderStream implements VocoderStream {

    private static final int HOP = HibariGeometry.HOP;

    private final FrameRun network;
    private final int frameCount;
    private final BlockSchedule schedule;
    private final HarmonicPlusNoise synthesis;
    private final MemoryPool<Kernels> pool;
    private int block;
    private int position;
    /** Samples that are still to come before the first one that is wanted: what they add up is not complete. */
    private int dropped;

    /**
     * @param first
     *            frame whose samples are wanted, and all after it
     */
    HibariVocoderStream(FrameNetwork network, AcousticFrames frames, int first, BlockSchedule schedule,
            HarmonicPlusNoise synthesis, MemoryPool<Kernels> pool) {
        int skipped = Math.max(0, first - OverlapAdd.FRAMES_BEFORE_A_HOP);
        this.network = network.open(frames, skipped);
        this.frameCount = frames.frameCount();
        this.schedule = schedule;
        this.synthesis = synthesis;
        this.pool = pool;
        synthesis.skip(skipped);
        this.dropped = (first - Math.max(0, skipped - OverlapAdd.FRAMES_AFTER_A_HOP)) * HOP;
    }

    @Override
    public Optional<AudioChunk> next() {
        while (position < frameCount) {
            int frames = Math.min(schedule.size(block++), frameCount - position);
            position += frames;
            Kernels kernels = pool.take();
            float[] samples = samples(frames, kernels);
            pool.giveBack(kernels);
            if (samples.length > 0) {
                return Optional.of(new AudioChunk(samples, HibariGeometry.SAMPLE_RATE));
            }
        }
        return Optional.empty();
    }

    /** Those of the next block that are wanted. */
    private float[] samples(int frames, Kernels kernels) {
        SampleBuffer made = kernels.samples();
        made.clear();
        network.next(frames, (spectrum, rows) -> made.advance(synthesis.push(spectrum, rows, kernels,
                made.withRoomFor(HarmonicPlusNoise.samplesOf(rows)), made.length())));
        int from = Math.min(dropped, made.length());
        dropped -= from;
        return made.copy(from);
    }

    @Override
    public BatchFigures batching() {
        return network.batching();
    }

    @Override
    public boolean isOver() {
        return position == frameCount;
    }
}
