package dev.sixtyfold.synthesis.schedule;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures.LaneFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits streams and runs their work on the platform threads that compute, which are made here and nowhere else. Streams
 * are orchestrated on threads of their own (virtual ones in a server), which wait here for one piece at a time: what waits
 * is bounded by what was admitted.
 *
 * <p>Live pieces come first, the one that is due first before the others. Batch pieces run while no live piece waits; and
 * as long as somebody listens, one thread is kept free of them, so that a new listener does not wait for a block to end.
 */
public final class Scheduler implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(30);
    /** So long after the last live piece the batch lane has all threads again. */
    private static final long RESERVE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier clock;
    private final Admission admission;
    private final List<Thread> threads = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final WaitingLine line = new WaitingLine();
    private final CostHistory costs = new CostHistory();
    private final Map<Lane, LaneUse> lanes = new EnumMap<>(Lane.class);
    private long pieces;
    private long lastLive;
    private boolean closed;

    /**
     * @param threads
     *            at least 1; more than there are processors only take turns
     */
    public Scheduler(int threads, ScheduleLimits limits) {
        this(threads, limits, System::nanoTime);
    }

    /**
     * @param clock
     *            in nanoseconds, from any beginning
     */
    Scheduler(int threads, ScheduleLimits limits, LongSupplier clock) {
        this.clock = clock;
        this.admission = new Admission(limits, threads, costs, line);
        this.lastLive = clock.getAsLong() - RESERVE_NANOS;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LaneUse());
        }
        for (int i = 0; i < threads; i++) {
            this.threads.add(Thread.ofPlatform().name("compute-" + i).daemon(true).start(this::compute));
        }
    }

    public int threads() {
        return threads.size();
    }

    /**
     * Takes a place among the streams that compute.
     *
     * @throws SynthesisException.Overloaded
     *             if the promise that every stream gets its audio in time could not be kept
     * @throws SynthesisException.ShuttingDown
     *             if the scheduler is closed
     */
    public Place admit(Claim claim) {
        lock.lock();
        try {
            checkOpen();
            long now = clock.getAsLong();
            Place place = new Place(this, claim, now);
            admission.admit(place, now, use(Lane.LIVE).running());
            return place;
        } finally {
            lock.unlock();
        }
    }

    /** Streams that have a place. */
    public int underWay() {
        lock.lock();
        try {
            return admission.streams(Lane.LIVE) + admission.streams(Lane.BATCH);
        } finally {
            lock.unlock();
        }
    }

    public ScheduleFigures figures() {
        lock.lock();
        try {
            Map<Lane, LaneFigures> figures = new EnumMap<>(Lane.class);
            lanes.forEach((lane, use) -> figures.put(lane, new LaneFigures(admission.streams(lane),
                    line.waiting(lane), use.running(), use.computed())));
            return new ScheduleFigures(threads.size(), figures,
                    Duration.ofNanos(admission.predictedFirstAudio(Claim.ALONE, clock.getAsLong(),
                            use(Lane.LIVE).running())),
                    admission.refused());
        } finally {
            lock.unlock();
        }
    }

    <T> T run(Place place, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> accounted(place, work));
        Piece piece = enqueue(place, task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (withdraw(piece)) {
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

    private Piece enqueue(Place place, FutureTask<?> task) {
        lock.lock();
        try {
            checkOpen();
            long now = clock.getAsLong();
            place.ask(now);
            Piece piece = new Piece(place, admission.due(place, now), pieces++, task);
            line.add(piece);
            work.signal();
            return piece;
        } finally {
            lock.unlock();
        }
    }

    private boolean withdraw(Piece piece) {
        lock.lock();
        try {
            return line.remove(piece);
        } finally {
            lock.unlock();
        }
    }

    void delivered(Place place, long audioNanos) {
        lock.lock();
        try {
            place.deliver(clock.getAsLong(), audioNanos, costs);
        } finally {
            lock.unlock();
        }
    }

    void leave(Place place) {
        lock.lock();
        try {
            if (place.leave()) {
                admission.leave(place);
            }
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new SynthesisException.ShuttingDown();
        }
    }

    /** What each of the threads does until the scheduler is closed and nothing waits any more. */
    private void compute() {
        Piece piece = next();
        while (piece != null) {
            piece.work().run();
            piece = next();
        }
    }

    private @Nullable Piece next() {
        lock.lock();
        try {
            while (true) {
                long now = clock.getAsLong();
                Piece piece = line.take(use(Lane.BATCH).running() < batchThreads(now));
                if (piece != null) {
                    Lane lane = piece.place().claim().lane();
                    use(lane).begin();
                    lastLive = lane == Lane.LIVE ? now : lastLive;
                    return piece;
                }
                if (closed && line.waiting(Lane.BATCH) == 0) {
                    return null;
                }
                // What waits in the batch lane may have another thread once nobody has listened for a while.
                long untilThen = line.waiting(Lane.BATCH) == 0 ? Long.MAX_VALUE : lastLive + RESERVE_NANOS - now;
                work.awaitNanos(Math.max(1, untilThen));
            }
        } catch (InterruptedException e) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    private int batchThreads(long now) {
        return now - lastLive >= RESERVE_NANOS ? threads.size() : Math.max(1, threads.size() - 1);
    }

    /** Does the work and puts it to the account of its stream, before anybody learns that it is done. */
    private <T> T accounted(Place place, Supplier<T> work) {
        long start = clock.getAsLong();
        try {
            return work.get();
        } finally {
            long nanos = clock.getAsLong() - start;
            Lane lane = place.claim().lane();
            lock.lock();
            try {
                use(lane).end(nanos);
                place.spend(nanos);
                if (lane == Lane.BATCH) {
                    line.charge(place, nanos);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private LaneUse use(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
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
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                if (!thread.join(FAREWELL)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
