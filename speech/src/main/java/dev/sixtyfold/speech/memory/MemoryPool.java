package dev.sixtyfold.speech.memory;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Working memory that nobody uses at the moment, for the next who needs some: tables take time to make, and arrays that live
 * as long as a stream are expensive to throw away. What is taken has in it what its last user left there. Safe for any number
 * of threads.
 *
 * @param <T>
 *            what is pooled, used by one thread at a time
 */
public final class MemoryPool<T> {

    /** More than threads compute at once on any machine that this runs on; what streams keep is bounded alike. */
    private static final int MOST_IDLE = 64;

    private final Supplier<T> maker;
    private final Queue<T> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    /**
     * Empty at first.
     *
     * @param maker
     *            makes one where none is idle
     */
    public MemoryPool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** One that the caller has to itself until it gives it back; one that is not given back is lost to the pool, no more. */
    public T take() {
        T used = idle.poll();
        return used == null ? maker.get() : used;
    }

    /** From whoever took it, and will not touch it again. Beyond 64 idle ones it is dropped. */
    public void giveBack(T memory) {
        idle.offer(memory);
    }
}
