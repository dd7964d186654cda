package dev.sixtyfold.inference;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A loaded graph. Stateless and safe for use by many threads at once: each run computes on the thread that calls it, with
 * as many more as {@link NetworkOptions} gives it.
 */
public interface Network extends NativeSession {

    /**
     * A network that {@code loader} loads when it is first run, if it ever is. Closing it closes what was loaded.
     */
    static Network deferred(Supplier<Network> loader) {
        return new DeferredNetwork(loader);
    }

    /**
     * Runs the graph once.
     *
     * @param inputs
     *            one for each input of the graph, in any order
     * @return the graph's outputs, in the graph's order
     * @throws InferenceException
     *             if a tensor does not fit the graph or the runtime fails
     */
    List<Tensor> run(List<Tensor> inputs);

    /**
     * The same, for who wants to know what it shared.
     *
     * @param batch
     *            told of the batch that held this run, once it is computed; not told where runs do not go together
     */
    default List<Tensor> run(List<Tensor> inputs, Consumer<BatchFigures> batch) {
        return run(inputs);
    }
}
