package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.speech.SymbolTrack;
import dev.sixtyfold.vocoder.FrameNetwork;
import dev.sixtyfold.vocoder.FrameRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The family's network as the runtime runs it: a stateful graph, on any device, which computes nothing twice. */
public final class GraphNetwork implements FrameNetwork {

    private final Network network;
    private final StatefulShape shape;

    /**
     * @param network
     *            inputs {@code hidden [N, C, n]}, {@code tail [N, t]} and the states {@code state0}, …; outputs
     *            {@code spectrum [N, m, 3005]} and {@code next_state0}, …
     */
    public GraphNetwork(Network network, StatefulShape shape) {
        this.network = network;
        this.shape = shape;
    }

    @Override
    public FrameRun open(AcousticFrames frames, int first) {
        return new Run(network, shape, frames, first);
    }

    @Override
    public void close() {
        network.close();
    }

    private static final class Run implements FrameRun {

        private final Network network;
        private final StatefulShape shape;
        private final SymbolTrack phonemes;
        private final FrameTrack contour;
        private final int[] symbols;
        private final List<Tensor> states = new ArrayList<>();
        private int position;
        private int unwanted;
        private BatchFigures batching = BatchFigures.NONE;

        Run(Network network, StatefulShape shape, AcousticFrames frames, int first) {
            this.network = network;
            this.shape = shape;
            this.phonemes = frames.symbolTrack("phonemes");
            this.contour = frames.track("contour");
            this.symbols = frames.symbolOfFrame();
            this.unwanted = first;
            for (int channels : shape.stateChannels()) {
                states.add(Tensor.floats("state" + states.size(), new float[shape.firstStateFrames() * channels], 1,
                        shape.firstStateFrames(), channels));
            }
        }

        @Override
        public void next(int frames, Rows rows) {
            int tail = position + frames == symbols.length ? shape.tailFrames() : 0;
            List<Tensor> inputs = new ArrayList<>(states.size() + 2);
            inputs.add(Tensor.floats("hidden", slice(frames), 1, phonemes.channels() + contour.channels(), frames));
            inputs.add(Tensor.floats("tail", new float[tail], 1, tail));
            inputs.addAll(states);
            states.clear();
            position += frames;
            float[] spectrum = {};
            for (Tensor output : network.run(inputs, batch -> batching = batching.plus(batch))) {
                Tensor.Floats floats = (Tensor.Floats) output;
                if (floats.name().equals("spectrum")) {
                    spectrum = floats.values();
                } else {
                    states.add(Tensor.floats(floats.name().replace("next_", ""), floats.values(), floats.shape()));
                }
            }
            int count = spectrum.length / HibariGeometry.PARTS;
            int left = Math.min(unwanted, count);
            unwanted -= left;
            rows.take(left == 0 ? spectrum : Arrays.copyOfRange(spectrum, left * HibariGeometry.PARTS, spectrum.length),
                    count - left);
        }

        @Override
        public BatchFigures batching() {
            return batching;
        }

        /** The next frames of both tracks, {@code [channels][count]}. */
        private float[] slice(int count) {
            int steady = phonemes.channels();
            float[] block = new float[(steady + contour.channels()) * count];
            for (int i = 0; i < count; i++) {
                float[] row = phonemes.rows()[symbols[position + i]];
                for (int channel = 0; channel < steady; channel++) {
                    block[channel * count + i] = row[channel];
                }
            }
            for (int channel = 0; channel < contour.channels(); channel++) {
                System.arraycopy(contour.values(), channel * contour.length() + position, block,
                        (steady + channel) * count, count);
            }
            return block;
        }
    }
}
