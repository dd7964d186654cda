package dev.sixtyfold.synthesis;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.BatchedNetwork;
import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How the networks of one stage are run, for all voices. */
public final class StageNetworks {

    private final NetworkOptions options;
    private final Optional<Batching> batching;
    private final Queue<BatchedNetwork> batched = new ConcurrentLinkedQueue<>();

    /**
     * @param batching
     *            how runs for several streams go together; nothing if each goes by itself
     */
    public StageNetworks(NetworkOptions options, Optional<Batching> batching) {
        this.options = options;
        this.batching = batching;
    }

    /** On the processor, each run by itself. */
    static StageNetworks onProcessor() {
        return new StageNetworks(NetworkOptions.CPU, Optional.empty());
    }

    NetworkOptions options() {
        return options;
    }

    boolean isOnProcessor() {
        return options.device().equals(NetworkOptions.CPU.device());
    }

    boolean batches() {
        return batching.isPresent();
    }

    /** The network itself, or one that puts runs for several streams together. */
    Network together(Network network) {
        return batching.<Network>map(how -> {
            BatchedNetwork together = new BatchedNetwork(network, how);
            batched.add(together);
            return together;
        }).orElse(network);
    }

    /** What batching has done so far. */
    BatchFigures figures() {
        return batched.stream().map(BatchedNetwork::figures).reduce(BatchFigures.NONE, BatchFigures::plus);
    }
}
