package dev.sixtyfold.load.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at a process again and again. */
final class ProcessWatch {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final long pid;

    ProcessWatch(long pid) {
        this.pid = pid;
    }

    /**
     * What it holds when it has come to rest: as soon as it has no more threads and files than that, or at the end of
     * {@code patience}. With a limit of the largest number, at the end.
     */
    ProcessFigures settled(int threads, int fileDescriptors, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        ProcessFigures figures = ProcessFigures.of(pid);
        while (System.nanoTime() - end < 0 && (threads == Integer.MAX_VALUE || figures.threads() > threads || figures
                .fileDescriptors() > fileDescriptors)) {
            TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
            figures = ProcessFigures.of(pid);
        }
        return figures;
    }

    /** Takes its memory down twice a second until it is closed. */
    Samples sampling() {
        return new Samples(pid);
    }

    /** Resident memory over time. */
    static final class Samples implements AutoCloseable {

        private final List<Long> residentKib = new ArrayList<>();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread thread;

        private Samples(long pid) {
            this.thread = Thread.ofPlatform().name("memory-samples").start(() -> take(pid));
        }

        private void take(long pid) {
            try {
                while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    long resident = ProcessFigures.of(pid).residentKib();
                    synchronized (residentKib) {
                        residentKib.add(resident);
                    }
                }
            } catch (IOException e) {
                closed.countDown(); // the process is gone; the load test notices
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** All so far. */
        MemoryTrend trend() {
            synchronized (residentKib) {
                return new MemoryTrend(residentKib);
            }
        }

        @Override
        public void close() {
            closed.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
