package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of one utterance: how many of its frames have gone into the network, and in which blocks. */
final class HibariVocoderStream implements VocoderStream {

    private static final int HOP = HibariGeometry.HOP;

    private final FrameRun network;
    private final int frameCount;
    private final BlockSchedule schedule;
    private final HarmonicPlusNoise synthesis;
    private final KernelPool pool;
    private int block;
    private int position;
    /** Samples that are still to come before the first one that is wanted: what they add up is not complete. */
    private int dropped;

    /**
     * @param first
     *            frame whose samples are wanted, and all after it
     */
    HibariVocoderStream(FrameNetwork network, AcousticFrames frames, int first, BlockSchedule schedule,
            HarmonicPlusNoise synthesis, KernelPool pool) {
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
            List<float[]> parts = new ArrayList<>();
            Kernels kernels = pool.take();
            network.next(frames, (rows, count) -> parts.add(samples(rows, count, kernels)));
            pool.giveBack(kernels);
            position += frames;
            float[] samples = joined(parts);
            if (samples.length > 0) {
                return Optional.of(new AudioChunk(samples, HibariGeometry.SAMPLE_RATE));
            }
        }
        return Optional.empty();
    }

    private static float[] joined(List<float[]> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private float[] samples(float[] spectrum, int rows, Kernels kernels) {
        float[] samples = synthesis.push(spectrum, rows, kernels);
        int from = Math.min(dropped, samples.length);
        dropped -= from;
        return from == 0 ? samples : Arrays.copyOfRange(samples, from, samples.length);
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
