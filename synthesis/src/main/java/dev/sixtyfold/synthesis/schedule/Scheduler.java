package dev.sixtyfold.synthesis.schedule;

import dev.sixtyfold.speech.IdleThreads;
import dev.sixtyfold.speech.IdleThreads.Both;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures.LaneFigures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits streams and runs their work on the platform threads that compute, which are made here and nowhere else. Streams
 * are orchestrated on threads of their own (virtual ones in a server), which wait here for one piece at a time: what waits
 * is bounded by what was admitted.
 *
 * <p>Live pieces come first, the one that is due first before the others. Batch pieces begin where no live piece wants the
 * processor, on threads of their own that give way to all others: a new listener does not wait for a block to end. As long
 * as somebody listens, one processor is kept free of them.
 */
public final class Scheduler implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(30);
    /** So long after the last live piece the batch lane has all processors again. */
    private static final long RESERVE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier clock;
    private final Admission admission;
    private final int processors;
    /** Those of the batch lane too, once it has had something to do. */
    private final List<Thread> threads = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition liveWork = lock.newCondition();
    private final Condition batchWork = lock.newCondition();
    private final WaitingLine line = new WaitingLine();
    /** Parts of live pieces under way, each for an idle thread. */
    private final Deque<Task<?>> offered = new ArrayDeque<>();
    private int idle;
    private final CostHistory costs = new CostHistory();
    private final Map<Lane, LaneUse> lanes = new EnumMap<>(Lane.class);
    private long pieces;
    private long lastLive;
    private boolean closed;

    /**
     * @param processors
     *            that compute, a thread of each lane for each of them; at least 1
     */
    public Scheduler(int processors, ScheduleLimits limits) {
        this(processors, limits, System::nanoTime);
    }

    /**
     * @param clock
     *            in nanoseconds, from any beginning
     */
    Scheduler(int processors, ScheduleLimits limits, LongSupplier clock) {
        this.clock = clock;
        this.processors = processors;
        long now = clock.getAsLong();
        this.admission = new Admission(limits, processors, costs, line, now);
        this.lastLive = now - RESERVE_NANOS;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LaneUse());
        }
        start("compute-", () -> compute(Lane.LIVE));
    }

    private void start(String name, Runnable work) {
        for (int i = 0; i < processors; i++) {
            threads.add(Thread.ofPlatform().name(name + i).daemon(true).start(work));
        }
    }

    /**
     * To be asked before a request for a stream is read. While live streams are being refused only so many attempts are
     * looked at, in equal shares for those who make them: what refusing costs must not be missing where streams play.
     *
     * @param caller
     *            as in a {@link Claim}
     * @throws SynthesisException.Overloaded
     *             if the request is not to be read
     */
    public void attempt(String caller) {
        lock.lock();
        try {
            admission.attempt(caller, clock.getAsLong());
        } finally {
            lock.unlock();
        }
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
            return new ScheduleFigures(processors, figures,
                    Duration.ofNanos(admission.predictedFirstAudio(Claim.ALONE, clock.getAsLong(),
                            use(Lane.LIVE).running())),
                    admission.refused());
        } finally {
            lock.unlock();
        }
    }

    <T> T run(Place place, Supplier<T> work) {
        Task<T> task = new Task<>(() -> accounted(place, work));
        Piece piece = enqueue(place, task);
        return outcome(task, () -> withdraw(piece));
    }

    /**
     * Waits for a task to end.
     *
     * @param withdraw
     *            asked each time the waiting thread is interrupted: whether the task will never begin
     */
    private static <T> T outcome(Task<T> task, BooleanSupplier withdraw) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.outcome();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (withdraw.getAsBoolean()) {
                        throw new SynthesisException.Cancelled();
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Computes both, the second one on a thread of the live lane that has nothing to do, if there is one. Batches have no
     * need to be fast.
     */
    <A, B> Both<A, B> both(Place place, Supplier<A> here, Supplier<B> aside) {
        Task<B> task = new Task<>(() -> accounted(place, aside));
        if (place.claim().lane() == Lane.BATCH || !offer(task)) {
            return IdleThreads.NONE.both(here, aside);
        }
        A first;
        try {
            first = here.get();
        } catch (RuntimeException | Error e) {
            if (!takeBack(task)) {
                awaitEnd(task, e);
            }
            throw e;
        }
        return new Both<>(first, takeBack(task) ? aside.get() : outcome(task, () -> false));
    }

    /** What failed may give back what the task still works on, so that is waited for. */
    private static void awaitEnd(Task<?> task, Throwable failure) {
        try {
            outcome(task, () -> false);
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** Threads of the live lane that wait for work. */
    int idleThreads() {
        lock.lock();
        try {
            return idle;
        } finally {
            lock.unlock();
        }
    }

    private boolean offer(Task<?> task) {
        lock.lock();
        try {
            boolean wanted = !closed && idle > line.waiting(Lane.LIVE) + offered.size();
            if (wanted) {
                offered.add(task);
                liveWork.signal();
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody had begun it. */
    private boolean takeBack(Task<?> task) {
        lock.lock();
        try {
            return offered.remove(task);
        } finally {
            lock.unlock();
        }
    }

    private Piece enqueue(Place place, Task<?> task) {
        lock.lock();
        try {
            checkOpen();
            long now = clock.getAsLong();
            place.ask(now);
            Piece piece = new Piece(place, admission.due(place, now), pieces++, task);
            line.add(piece);
            switch (place.claim().lane()) {
                case LIVE -> liveWork.signal();
                case BATCH -> {
                    if (threads.size() == processors) {
                        start("batch-", BackgroundWork.of(() -> compute(Lane.BATCH)));
                    }
                    batchWork.signal();
                }
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    private boolean withdraw(Piece piece) {
        lock.lock();
        try {
            batchWork.signal();
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

    /** What each of a lane's threads does until the scheduler is closed and nothing waits any more. */
    private void compute(Lane lane) {
        Task<?> work = next(lane);
        while (work != null) {
            work.run();
            work = next(lane);
        }
    }

    private @Nullable Task<?> next(Lane lane) {
        lock.lock();
        try {
            while (true) {
                long now = clock.getAsLong();
                Task<?> work = take(lane, now);
                if (work != null) {
                    use(lane).begin();
                    lastLive = lane == Lane.LIVE ? now : lastLive;
                    return work;
                }
                if (closed && line.waiting(lane) == 0) {
                    return null;
                }
                idle += lane == Lane.LIVE ? 1 : 0;
                try {
                    (lane == Lane.LIVE ? liveWork : batchWork).awaitNanos(untilMore(lane, now));
                } finally {
                    idle -= lane == Lane.LIVE ? 1 : 0;
                }
            }
        } catch (InterruptedException e) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** What a thread of the lane is to do now, if anything: first of all what another one waits for. */
    private @Nullable Task<?> take(Lane lane, long now) {
        Task<?> part = lane == Lane.LIVE ? offered.poll() : null;
        if (part != null) {
            return part;
        }
        Piece piece = switch (lane) {
            case LIVE -> line.takeLive();
            case BATCH -> isFreeForBatch(now) ? line.takeBatch() : null;
        };
        return piece == null ? null : piece.work();
    }

    /** What waits in the batch lane may have another processor once nobody has listened for a while. */
    private long untilMore(Lane lane, long now) {
        long untilAll = lastLive + RESERVE_NANOS - now;
        return lane == Lane.BATCH && untilAll > 0 && line.waiting(lane) > 0 ? untilAll : Long.MAX_VALUE;
    }

    private boolean isFreeForBatch(long now) {
        int live = use(Lane.LIVE).running() + line.waiting(Lane.LIVE);
        int batch = use(Lane.BATCH).running();
        return live + batch < processors && batch < batchProcessors(now);
    }

    private int batchProcessors(long now) {
        return now - lastLive >= RESERVE_NANOS ? processors : Math.max(1, processors - 1);
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
                switch (lane) {
                    case LIVE -> batchWork.signal();
                    case BATCH -> line.charge(place, nanos);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private LaneUse use(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /** Takes no more work and waits for what is under way. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            liveWork.signalAll();
            batchWork.signalAll();
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
