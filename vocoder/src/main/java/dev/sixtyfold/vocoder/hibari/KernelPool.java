package dev.sixtyfold.vocoder.hibari;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Kernels that no thread uses at the moment: their tables take as long to make as some frames. */
final class KernelPool {

    private final Queue<Kernels> idle = new ConcurrentLinkedQueue<>();

    Kernels take() {
        Kernels kernels = idle.poll();
        return kernels == null ? Kernels.fast() : kernels;
    }

    void giveBack(Kernels kernels) {
        idle.add(kernels);
    }
}
