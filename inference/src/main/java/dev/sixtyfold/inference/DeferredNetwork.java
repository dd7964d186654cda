package dev.sixtyfold.inference;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A network that is loaded when it is first run. */
final class DeferredNetwork implements Network {

    private final Supplier<Network> loader;
    private volatile @Nullable Network loaded;

    DeferredNetwork(Supplier<Network> loader) {
        this.loader = loader;
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs) {
        return network().run(inputs);
    }

    private Network network() {
        Network network = loaded;
        if (network == null) {
            synchronized (this) {
                network = loaded;
                if (network == null) {
                    network = loader.get();
                    loaded = network;
                }
            }
        }
        return network;
    }

    @Override
    public synchronized void close() {
        Network network = loaded;
        if (network != null) {
            network.close();
        }
    }
}
