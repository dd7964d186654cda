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
     *            block sizes; the last one holds for the rest, and the first is made as large as it has to be
     * @param framesLast
     *            whether the output is {@code [1, channels, n]} rather than {@code [1, n, channels]}
     */
    float[] run(float[] input, int length, List<Integer> schedule, boolean framesLast) {
        String inputName = stateful.graph().inputs().getFirst();
        List<Tensor> states = new ArrayList<>();
        for (StatefulGraph.State state : stateful.states()) {
            int frames = state.past().atStart();
            long[] shape = state.framesLast()
                    ? new long[]{1, state.channels(), frames}
                    : new long[]{1, frames, state.channels()};
            states.add(new Tensor.Floats(state.input(), shape, new float[state.channels() * frames]));
        }
        float[] whole = new float[0];
        int made = 0;
        int call = 0;
        for (int position = 0; position < length;) {
            int wanted = schedule.get(Math.min(call++, schedule.size() - 1));
            int least = position == 0 ? stateful.delay() + 1 : 1;
            int block = Math.min(Math.max(wanted, least), length - position);
            int tail = position + block == length ? stateful.tail() : 0;
            List<Tensor> arguments = new ArrayList<>(states);
            arguments.add(Tensor.floats(inputName, columns(input, length, position, block), 1, channels, block));
            arguments.add(Tensor.floats("tail", new float[tail], 1, tail));
            List<Tensor> results = network.run(arguments);
            Tensor.Floats result = (Tensor.Floats) results.getFirst();
            int frames = Math.toIntExact(result.shape()[framesLast ? 2 : 1]);
            int outputChannels = result.values().length / frames;
            if (whole.length == 0) {
                whole = new float[outputChannels * length];
            }
            for (int column = 0; column < frames; column++) {
                for (int channel = 0; channel < outputChannels; channel++) {
                    if (framesLast) {
                        whole[channel * length + made] = result.values()[channel * frames + column];
                    } else {
                        whole[made * outputChannels + channel] = result.values()[column * outputChannels + channel];
                    }
                }
                made++;
            }
            states.clear();
            for (int i = 0; i < stateful.states().size(); i++) {
                Tensor.Floats next = (Tensor.Floats) results.get(i + 1);
                states.add(new Tensor.Floats(stateful.states().get(i).input(), next.shape(), next.values()));
            }
            position += block;
        }
        if (made != length) {
            throw new AssertionError("the blocks made " + made + " frames of " + length);
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
