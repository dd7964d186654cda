package dev.sixtyfold.synthesis.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Schedulers on a clock that stands still, the threads that wait for them, and what their work was. */
@Timeout(60)
abstract class RunningScheduler {

    static final ScheduleLimits LIMITS = new ScheduleLimits(1000, 1000, Duration.ofMillis(250));

    final AtomicLong now = new AtomicLong();
    private final List<Scheduler> opened = new ArrayList<>();
    private final List<Thread> waiters = new ArrayList<>();
    private final List<CountDownLatch> latches = new ArrayList<>();
    final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() throws InterruptedException {
        latches.forEach(CountDownLatch::countDown);
        for (Thread waiter : waiters) {
            waiter.join();
        }
        opened.forEach(Scheduler::close);
    }

    Scheduler scheduler(int threads) {
        return open(new Scheduler(threads, LIMITS, now::get));
    }

    Scheduler open(Scheduler scheduler) {
        opened.add(scheduler);
        return scheduler;
    }

    /** A stream that has delivered that much audio just now. */
    static Place playing(Scheduler scheduler, Duration audio) {
        Place place = scheduler.admit(Claim.ALONE);
        place.run(() -> 0);
        place.delivered(audio);
        return place;
    }

    /** Keeps all threads busy until the latch falls. */
    CountDownLatch occupy(Scheduler scheduler, int threads) {
        CountDownLatch release = latch();
        for (int i = 0; i < threads; i++) {
            holdIn(scheduler.admit(Claim.ALONE), release);
        }
        await(() -> running(scheduler, Lane.LIVE) == threads);
        return release;
    }

    CountDownLatch latch() {
        latches.add(new CountDownLatch(1));
        return latches.getLast();
    }

    void holdIn(Place place, CountDownLatch release) {
        waiters.add(Thread.ofVirtual().start(() -> place.run(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        })));
    }

    void waitFor(Place place, String name) {
        waiters.add(Thread.ofVirtual().start(() -> place.run(() -> {
            now.addAndGet(Duration.ofMillis(1).toNanos());
            return done.add(name);
        })));
    }

    static int waiting(Scheduler scheduler, Lane lane) {
        return figures(scheduler, lane).waiting();
    }

    static int running(Scheduler scheduler, Lane lane) {
        return figures(scheduler, lane).running();
    }

    static ScheduleFigures.LaneFigures figures(Scheduler scheduler, Lane lane) {
        return Objects.requireNonNull(scheduler.figures().lanes().get(lane));
    }

    /** Until what other threads do has happened; the class's timeout bounds it. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }
}
