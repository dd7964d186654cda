package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a graph of the acoustic half yields, by name. */
record NamedOutputs(Map<String, float[]> values) {

    /**
     * Runs a graph.
     *
     * @param batches
     *            is told of the batch, if the network batches
     */
    static NamedOutputs of(Network network, Consumer<BatchFigures> batches, Tensor... inputs) {
        return new NamedOutputs(network.run(List.of(inputs), batches).stream().map(Tensor.Floats.class::cast)
                .collect(Collectors.toMap(Tensor.Floats::name, Tensor.Floats::values)));
    }

    float[] get(String name) {
        float[] output = values.get(name);
        if (output == null) {
            throw new IllegalStateException("the acoustic graph has no output " + name + " among " + values.keySet());
        }
        return output;
    }
}
