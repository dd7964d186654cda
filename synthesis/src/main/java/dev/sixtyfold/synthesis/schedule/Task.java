package dev.sixtyfold.synthesis.schedule;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that one thread does and another waits for. Done, it holds neither the work nor, once that has been taken, its outcome:
 * a task that has waited for long lies in the heap's old generation, and what it refers to would stay in memory for as long as
 * that is not collected.
 */
final class Task<T> {

    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable Supplier<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Task(Supplier<T> work) {
        this.work = work;
    }

    /** Does the work, once. Whatever it throws is for whoever waits. */
    void run() {
        Supplier<T> once = Objects.requireNonNull(work, "the task has run");
        work = null;
        try {
            result = once.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            done.countDown();
        }
    }

    /**
     * Waits for the end of the work and takes its result away, or throws what it threw. Asked for by one thread, once unless it
     * is interrupted.
     */
    T outcome() throws InterruptedException {
        done.await();
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        T taken = Objects.requireNonNull(result, "the outcome has been taken");
        result = null;
        return taken;
    }
}
