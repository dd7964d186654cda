package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** In which order what is admitted is computed. */
class SchedulerTest extends RunningScheduler {

    @Test
    void worksOnItsOwnThreadsAndHandsFailuresBack() {
        Place place = scheduler(1).admit(Claim.ALONE);
        assertThat(place.<String>run(() -> Thread.currentThread().getName())).startsWith("compute-");
        assertThatThrownBy(() -> place.run(() -> {
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThatThrownBy(() -> place.run(() -> {
            throw new OutOfMemoryError("of this test");
        })).isInstanceOf(OutOfMemoryError.class);
        assertThat(place.<Integer>run(() -> 1)).as("the thread has survived").isEqualTo(1);
    }

    @Test
    void workOfAnInterruptedWaiterIsNotBegun() throws InterruptedException {
        Scheduler scheduler = scheduler(1);
        CountDownLatch release = occupy(scheduler, 1);
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Place place = scheduler.admit(Claim.ALONE);
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                place.run(() -> done.add("begun"));
            } catch (SynthesisException e) {
                outcome.set(e);
            }
        });
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        waiter.interrupt();
        waiter.join();
        assertThat(waiting(scheduler, Lane.LIVE)).isZero();
        release.countDown();
        assertThat(scheduler.admit(Claim.ALONE).<Integer>run(() -> 1)).isEqualTo(1);
        assertThat(done).isEmpty();
        assertThat(outcome.get()).isInstanceOf(SynthesisException.Cancelled.class);
    }

    @Test
    void theStreamThatRunsDryFirstIsServedFirst() {
        Scheduler scheduler = scheduler(1);
        Place patient = playing(scheduler, Duration.ofSeconds(3));
        Place hungry = playing(scheduler, Duration.ofMillis(5));
        CountDownLatch release = occupy(scheduler, 1);
        waitFor(patient, "patient");
        waitFor(scheduler.admit(Claim.ALONE), "new");
        waitFor(hungry, "hungry");
        await(() -> waiting(scheduler, Lane.LIVE) == 3);
        release.countDown();
        await(() -> done.size() == 3);
        assertThat(done).containsExactly("hungry", "new", "patient");
    }

    @Test
    void aStreamWhoseAudioHasBeenPlayedToItsEndIsLikeANewOne() {
        Scheduler scheduler = scheduler(1);
        Place played = playing(scheduler, Duration.ofMillis(5));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        CountDownLatch release = occupy(scheduler, 1);
        waitFor(scheduler.admit(new Claim(Lane.LIVE, "somebody else")), "first");
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        waitFor(played, "second");
        await(() -> waiting(scheduler, Lane.LIVE) == 2);
        release.countDown();
        await(() -> done.size() == 2);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aCrowdOfOneCallerDoesNotStandBeforeOthers() {
        Scheduler scheduler = scheduler(1);
        CountDownLatch release = occupy(scheduler, 1);
        for (int i = 0; i < 5; i++) {
            waitFor(scheduler.admit(new Claim(Lane.LIVE, "crowd")), "crowd " + i);
            int waiting = i + 1;
            await(() -> waiting(scheduler, Lane.LIVE) == waiting);
        }
        waitFor(scheduler.admit(new Claim(Lane.LIVE, "alone")), "alone");
        await(() -> waiting(scheduler, Lane.LIVE) == 6);
        release.countDown();
        await(() -> done.size() == 6);
        assertThat(done.indexOf("alone")).isLessThanOrEqualTo(1);
    }

    @Test
    void batchWorkWaitsForAllLiveWork() {
        Scheduler scheduler = scheduler(1);
        Place live = playing(scheduler, Duration.ofHours(1));
        CountDownLatch release = occupy(scheduler, 1);
        waitFor(scheduler.admit(new Claim(Lane.BATCH, "")), "batch");
        await(() -> waiting(scheduler, Lane.BATCH) == 1);
        waitFor(live, "live");
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        release.countDown();
        await(() -> done.size() == 2);
        assertThat(done).containsExactly("live", "batch");
    }

    @Test
    void batchCallersAreServedInTurnsHoweverManyStreamsTheyHave() {
        Scheduler scheduler = scheduler(1);
        CountDownLatch release = occupy(scheduler, 1);
        for (int i = 0; i < 4; i++) {
            waitFor(scheduler.admit(new Claim(Lane.BATCH, "many")), "many");
            int waiting = i + 1;
            await(() -> waiting(scheduler, Lane.BATCH) == waiting);
        }
        waitFor(scheduler.admit(new Claim(Lane.BATCH, "one")), "one");
        await(() -> waiting(scheduler, Lane.BATCH) == 5);
        release.countDown();
        await(() -> done.size() == 5);
        assertThat(done.indexOf("one")).isEqualTo(1);
    }

    @Test
    void oneThreadIsKeptFreeOfBatchWorkWhileSomebodyListens() {
        Scheduler scheduler = scheduler(2);
        playing(scheduler, Duration.ofSeconds(1));
        CountDownLatch release = latch();
        for (int i = 0; i < 2; i++) {
            holdIn(scheduler.admit(new Claim(Lane.BATCH, "")), release);
        }
        await(() -> running(scheduler, Lane.BATCH) == 1 && waiting(scheduler, Lane.BATCH) == 1);
        assertThat(scheduler.admit(Claim.ALONE).<String>run(() -> "served at once")).isEqualTo("served at once");
        assertThat(running(scheduler, Lane.BATCH)).isEqualTo(1);
        release.countDown();
    }

    @Test
    void liveWorkDoesNotWaitForABatchPieceToEnd() {
        Scheduler scheduler = scheduler(1);
        CountDownLatch release = latch();
        holdIn(scheduler.admit(new Claim(Lane.BATCH, "")), release);
        await(() -> running(scheduler, Lane.BATCH) == 1);
        assertThat(scheduler.admit(Claim.ALONE).<String>run(() -> "served at once")).isEqualTo("served at once");
        assertThat(running(scheduler, Lane.BATCH)).isEqualTo(1);
        release.countDown();
    }

    @Test
    void batchWorkThatWaitedForLiveWorkBeginsWhenThatIsWithdrawn() throws InterruptedException {
        Scheduler scheduler = scheduler(2);
        CountDownLatch release = occupy(scheduler, 2);
        Place place = scheduler.admit(Claim.ALONE);
        Thread waiter = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> place.run(() -> 0)).isInstanceOf(
                SynthesisException.Cancelled.class));
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        waitFor(scheduler.admit(new Claim(Lane.BATCH, "")), "batch");
        await(() -> waiting(scheduler, Lane.BATCH) == 1);
        waiter.interrupt();
        waiter.join();
        release.countDown();
        await(() -> done.size() == 1);
        assertThat(done).containsExactly("batch");
    }

    @Test
    void batchWorkHasAllThreadsWhenNobodyListens() {
        Scheduler scheduler = scheduler(2);
        CountDownLatch release = latch();
        for (int i = 0; i < 2; i++) {
            holdIn(scheduler.admit(new Claim(Lane.BATCH, "")), release);
        }
        await(() -> running(scheduler, Lane.BATCH) == 2);
        release.countDown();
    }

    @Test
    void aClosedSchedulerTakesNoMoreWorkButFinishesWhatWaits() {
        Scheduler scheduler = scheduler(1);
        Place place = scheduler.admit(Claim.ALONE);
        CountDownLatch release = occupy(scheduler, 1);
        waitFor(scheduler.admit(Claim.ALONE), "waited");
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        Thread closer = Thread.ofVirtual().start(scheduler::close);
        await(() -> isClosed(scheduler));
        assertThatThrownBy(() -> place.run(() -> 0)).isInstanceOf(SynthesisException.ShuttingDown.class);
        release.countDown();
        await(() -> !closer.isAlive());
        assertThat(done).containsExactly("waited");
    }

    private static boolean isClosed(Scheduler scheduler) {
        try {
            scheduler.admit(Claim.ALONE).close();
            return false;
        } catch (SynthesisException.ShuttingDown e) {
            return true;
        }
    }
}
