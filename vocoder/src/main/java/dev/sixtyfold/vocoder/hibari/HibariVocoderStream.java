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
            states.add(Tensor.floats("state" + states.size(), new float[channels * shape.stateFrames()], 1, channels,
                    shape.stateFrames()));
        }
    }

    @Override
    public Optional<AudioChunk> next() {
        int end = frameCount + shape.delayFrames();
        while (position < end) {
            int frames = Math.min(schedule.size(block), end - position);
            float[] spectrum = run(frames);
            int skipped = Math.clamp(shape.delayFrames() - position, 0, frames); // before the utterance
            block++;
            position += frames;
            float[] samples = synthesis.push(spectrum, skipped, frames - skipped);
            if (samples.length > 0) {
                return Optional.of(new AudioChunk(samples, HibariGeometry.SAMPLE_RATE));
            }
        }
        return Optional.empty();
    }

    private float[] run(int frames) {
        List<Tensor> inputs = new ArrayList<>(states.size() + 2);
        inputs.add(Tensor.floats("hidden", slice(frames), 1, hidden.channels(), frames));
        inputs.add(Tensor.floats("mask", mask(frames), 1, 1, frames + shape.maskLeadFrames()));
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

    /** The next frames of the hand-over, zero after the end. */
    private float[] slice(int frames) {
        float[] block = new float[hidden.channels() * frames];
        int inside = Math.clamp(frameCount - position, 0, frames);
        for (int channel = 0; channel < hidden.channels(); channel++) {
            System.arraycopy(hidden.values(), channel * frameCount + Math.min(position, frameCount - inside), block,
                    channel * frames, inside);
        }
        return block;
    }

    /** 1 for frames of the utterance, 0 before and after: what makes the ends those of the whole graph. */
    private float[] mask(int frames) {
        float[] mask = new float[frames + shape.maskLeadFrames()];
        for (int i = 0; i < mask.length; i++) {
            int frame = position - shape.maskLeadFrames() + i;
            mask[i] = frame >= 0 && frame < frameCount ? 1 : 0;
        }
        return mask;
    }
}
