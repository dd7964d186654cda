package dev.sixtyfold.inference.graph;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Runs a stateful graph over an utterance as its contract says. */
record BlockRun(StatefulGraph stateful, Network network, int channels) {

    /**
     * The output for the whole utterance, in its layout.
     *
     * @param input
     *            {@code [channels][length]}
     * @param schedule
     *            block sizes; the last one holds for the rest
     * @param framesLast
     *            whether the output is {@code [1, channels, n]} rather than {@code [1, n, channels]}
     */
    float[] run(float[] input, int length, List<Integer> schedule, boolean framesLast) {
        String inputName = stateful.graph().inputs().getFirst();
        List<Tensor> states = new ArrayList<>();
        for (StatefulGraph.State state : stateful.states()) {
            long[] shape = state.framesLast()
                    ? new long[]{1, state.channels(), state.frames()}
                    : new long[]{1, state.frames(), state.channels()};
            states.add(new Tensor.Floats(state.input(), shape, new float[state.channels() * state.frames()]));
        }
        float[] whole = new float[0];
        int end = length + stateful.delay();
        int call = 0;
        for (int position = 0; position < end;) {
            int block = Math.min(schedule.get(Math.min(call++, schedule.size() - 1)), end - position);
            List<Tensor> arguments = new ArrayList<>(states);
            arguments.add(Tensor.floats(inputName, columns(input, length, position, block), 1, channels, block));
            if (stateful.masked()) {
                float[] mask = new float[block + stateful.maskLead()];
                for (int j = 0; j < mask.length; j++) {
                    int frame = position - stateful.maskLead() + j;
                    mask[j] = frame >= 0 && frame < length ? 1 : 0;
                }
                arguments.add(Tensor.floats("mask", mask, 1, 1, mask.length));
            }
            List<Tensor> results = network.run(arguments);
            Tensor.Floats result = (Tensor.Floats) results.getFirst();
            int outputChannels = result.values().length / block;
            if (whole.length == 0) {
                whole = new float[outputChannels * length];
            }
            for (int column = 0; column < block; column++) {
                int frame = position + column - stateful.delay();
                for (int channel = 0; frame >= 0 && channel < outputChannels; channel++) {
                    if (framesLast) {
                        whole[channel * length + frame] = result.values()[channel * block + column];
                    } else {
                        whole[frame * outputChannels + channel] = result.values()[column * outputChannels + channel];
                    }
                }
            }
            states.clear();
            for (int i = 0; i < stateful.states().size(); i++) {
                Tensor.Floats next = (Tensor.Floats) results.get(i + 1);
                states.add(new Tensor.Floats(stateful.states().get(i).input(), next.shape(), next.values()));
            }
            position += block;
        }
        return whole;
    }

    private float[] columns(float[] input, int length, int from, int count) {
        float[] columns = new float[channels * count];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < count && from + i < length; i++) {
                columns[channel * count + i] = input[channel * length + from + i];
            }
        }
        return columns;
    }
}
