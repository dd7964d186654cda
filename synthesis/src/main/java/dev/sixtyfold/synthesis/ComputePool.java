package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.SynthesisException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads that compute. Requests are orchestrated on threads of their own (virtual ones in a server) and hand
 * their work over here in pieces of at most one block, first come, first served; how many pieces can wait is bounded by the
 * number of admitted requests, each of which waits for its piece.
 */
public final class ComputePool implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 30;

    private final int threads;
    private final ExecutorService executor;

    /**
     * @param threads
     *            at least 1; more than there are processors only takes turns
     */
    public ComputePool(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().name("compute-", 0).daemon(true).factory());
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs a piece of work and waits for it. If the waiting thread is interrupted, work that has not begun never does, and
     * work that has is waited for: nobody else may touch what it uses.
     *
     * @throws SynthesisException.Cancelled
     *             if the waiting thread was interrupted before the work began
     * @throws SynthesisException.ShuttingDown
     *             if the pool is closed
     */
    <T> T run(Supplier<T> work) {
        AtomicBoolean claimed = new AtomicBoolean();
        Future<T> result;
        try {
            result = executor.submit(() -> {
                if (claimed.getAndSet(true)) {
                    throw new SynthesisException.Cancelled();
                }
                return work.get();
            });
        } catch (RejectedExecutionException e) {
            throw new SynthesisException.ShuttingDown();
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (!claimed.getAndSet(true)) {
                        throw new SynthesisException.Cancelled();
                    }
                } catch (ExecutionException e) {
                    throw rethrow(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrow(@Nullable Throwable cause) {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    /** Takes no more work and waits for what is under way. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
