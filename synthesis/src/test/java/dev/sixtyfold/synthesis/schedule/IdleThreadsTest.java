package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.IdleThreads.Both;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parts of a piece of work that threads without work of their own take over. */
@Timeout(60)
class IdleThreadsTest {

    private final Scheduler scheduler = new Scheduler(2, new ScheduleLimits(1000, 1000, Duration.ofMillis(250)));

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void anIdleThreadTakesAPartOfTheWork() {
        awaitIdle();
        CountDownLatch begun = new CountDownLatch(1);
        Both<String, String> threads = scheduler.admit(Claim.ALONE).<Both<String, String>>run(() -> both(() -> {
            await(begun); // so neither can wait for the other to end
            return Thread.currentThread().getName();
        }, () -> {
            begun.countDown();
            return Thread.currentThread().getName();
        }));
        assertThat(threads.here()).startsWith("compute-").isNotEqualTo(threads.aside());
        assertThat(threads.aside()).startsWith("compute-");
    }

    @Test
    void withoutOneAllIsComputedByTheThreadItself() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Thread busy = Thread.ofVirtual().start(() -> scheduler.admit(Claim.ALONE).<Integer>run(() -> {
            await(release);
            return 0;
        }));
        awaitRunning(1);
        Both<Thread, Thread> threads = scheduler.admit(Claim.ALONE)
                .<Both<Thread, Thread>>run(() -> both(Thread::currentThread, Thread::currentThread));
        assertThat(threads.aside()).isSameAs(threads.here());
        release.countDown();
        busy.join();
    }

    @Test
    void batchesTakeNobodysThread() {
        awaitIdle();
        Place place = scheduler.admit(new Claim(Lane.BATCH, "somebody"));
        Both<Thread, Thread> threads = place
                .<Both<Thread, Thread>>run(() -> place.both(Thread::currentThread, Thread::currentThread));
        assertThat(threads.aside()).isSameAs(threads.here());
    }

    @Test
    void whatFailsWaitsForTheOther() {
        awaitIdle();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Place place = scheduler.admit(Claim.ALONE);
        assertThatThrownBy(() -> place.run(() -> both(() -> {
            await(begun);
            throw new IllegalStateException("broken");
        }, () -> {
            begun.countDown();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            ended.set(true);
            return 0;
        }))).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThat(ended).isTrue();
    }

    @Test
    void aFailureAsideIsTheCallersToo() {
        awaitIdle();
        CountDownLatch begun = new CountDownLatch(1);
        Place place = scheduler.admit(Claim.ALONE);
        assertThatThrownBy(() -> place.run(() -> both(() -> {
            await(begun);
            return 0;
        }, () -> {
            begun.countDown();
            throw new OutOfMemoryError("of this test");
        }))).isInstanceOf(OutOfMemoryError.class);
        assertThat(place.<Integer>run(() -> 1)).as("the threads have survived").isEqualTo(1);
    }

    private <A, B> Both<A, B> both(Supplier<A> here, Supplier<B> aside) {
        return scheduler.admit(Claim.ALONE).both(here, aside);
    }

    /** Until both threads wait for work. */
    private void awaitIdle() {
        while (scheduler.idleThreads() < 2) {
            LockSupport.parkNanos(100_000);
        }
    }

    private void awaitRunning(int threads) {
        while (Objects.requireNonNull(scheduler.figures().lanes().get(Lane.LIVE)).running() < threads) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
