package dev.sixtyfold.server.grpc;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How long streams wait for readers who have stopped reading. */
final class ReaderPatience implements AutoCloseable {

    private final Duration limit;
    private final Executor threads;
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param threads
     *            run what is to be done when the patience is over
     */
    ReaderPatience(Duration limit, Executor threads) {
        this.limit = limit;
        this.threads = threads;
        this.timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("reader-patience").daemon(true)
                .factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Duration limit() {
        return limit;
    }

    /** Begins to wait; when the limit is reached, {@code giveUp} is run once. */
    Wait wait(Runnable giveUp) {
        if (timer.isShutdown()) {
            return Wait.NONE;
        }
        ScheduledFuture<?> end = timer.schedule(() -> threads.execute(giveUp), limit.toNanos(), TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    /** One reader's absence. */
    @FunctionalInterface
    interface Wait {

        Wait NONE = () -> {};

        /** The reader is back. */
        void end();
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
