package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.vocoder.BlockSchedule;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of one utterance: how far the network has come, and what its convolutions remember. */
final class HibariVocoderStream implements VocoderStream {

    private final Network network;
    private final StatefulShape shape;
    private final FrameTrack hidden;
    private final int frameCount;
    private final BlockSchedule schedule;
    private final HarmonicPlusNoise synthesis;
    private final List<Tensor> states = new ArrayList<>();
    private int block;
    private int position;

    HibariVocoderStream(Network network, StatefulShape shape, AcousticFrames frames, BlockSchedule schedule,
            HarmonicPlusNoise synthesis) {
        this.network = network;
        this.shape = shape;
        this.hidden = frames.track("hidden");
        this.frameCount = frames.frameCount();
        this.schedule = schedule;
        this.synthesis = synthesis;
        for (int channels : shape.stateChannels()) {
            states.add(Tensor.floats("state" + states.size(), new float[shape.firstStateFrames() * channels], 1,
                    shape.firstStateFrames(), channels));
        }
    }

    @Override
    public Optional<AudioChunk> next() {
        while (position < frameCount) {
            int frames = Math.min(schedule.size(block), frameCount - position);
            int complete = frames;
            complete -= position == 0 ? shape.delayFrames() : 0;
            complete += position + frames == frameCount ? shape.delayFrames() : 0;
            float[] spectrum = run(frames);
            block++;
            position += frames;
            float[] samples = synthesis.push(spectrum, 0, complete);
            if (samples.length > 0) {
                return Optional.of(new AudioChunk(samples, HibariGeometry.SAMPLE_RATE));
            }
        }
        return Optional.empty();
    }

    private float[] run(int frames) {
        int tail = position + frames == frameCount ? shape.tailFrames() : 0;
        List<Tensor> inputs = new ArrayList<>(states.size() + 2);
        inputs.add(Tensor.floats("hidden", slice(frames), 1, hidden.channels(), frames));
        inputs.add(Tensor.floats("tail", new float[tail], 1, tail));
        inputs.addAll(states);
        states.clear();
        float[] spectrum = {};
        for (Tensor output : network.run(inputs)) {
            Tensor.Floats floats = (Tensor.Floats) output;
            if (floats.name().equals("spectrum")) {
                spectrum = floats.values();
            } else {
                states.add(Tensor.floats(floats.name().replace("next_", ""), floats.values(), floats.shape()));
            }
        }
        return spectrum;
    }

    /** The next frames of the hand-over. */
    private float[] slice(int frames) {
        float[] block = new float[hidden.channels() * frames];
        for (int channel = 0; channel < hidden.channels(); channel++) {
            System.arraycopy(hidden.values(), channel * frameCount + position, block, channel * frames, frames);
        }
        return block;
    }
}
