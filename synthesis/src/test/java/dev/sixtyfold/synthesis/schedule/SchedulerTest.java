package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SchedulerTest {

    private static final ScheduleLimits LIMITS = new ScheduleLimits(1000, 1000, Duration.ofMillis(250));

    private final AtomicLong now = new AtomicLong();
    private final List<Scheduler> opened = new ArrayList<>();
    private final List<Thread> waiters = new ArrayList<>();
    private final List<CountDownLatch> latches = new ArrayList<>();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() throws InterruptedException {
        latches.forEach(CountDownLatch::countDown);
        for (Thread waiter : waiters) {
            waiter.join();
        }
        opened.forEach(Scheduler::close);
    }

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
    void whatBatchWorkCostsSaysNothingOfWhatLiveWorkWill() {
        Scheduler scheduler = scheduler(1);
        for (int i = 0; i < 100; i++) {
            Place place = scheduler.admit(new Claim(Lane.BATCH, ""));
            place.run(() -> now.addAndGet(Duration.ofSeconds(5).toNanos()));
            place.delivered(Duration.ofSeconds(1));
            place.close();
        }
        assertThat(scheduler.figures().predictedFirstAudio()).isZero();
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
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
    void aLiveStreamWhoseFirstAudioWouldComeTooLateIsRefused() {
        Scheduler scheduler = scheduler(1);
        learn(scheduler, Duration.ofMillis(50), Duration.ofSeconds(2));
        CountDownLatch release = occupy(scheduler, 1);
        List<Place> admitted = new ArrayList<>();
        assertThatThrownBy(() -> {
            while (true) {
                Place place = scheduler.admit(new Claim(Lane.LIVE, "caller " + admitted.size()));
                admitted.add(place);
                waitFor(place, "late");
                await(() -> waiting(scheduler, Lane.LIVE) == admitted.size());
            }
        }).isInstanceOfSatisfying(Overloaded.class, e -> {
            assertThat(e).hasMessageContaining("250 ms");
            assertThat(e.retryAfter()).isPositive();
        });
        // Each takes 50 ms, and so would the one that is asked for: four waiting ones make 250, half of the running one more.
        assertThat(admitted).hasSizeBetween(3, 5);
        assertThat(scheduler.figures().refused()).containsEntry(Refusal.FIRST_AUDIO, 1L);
        assertThat(scheduler.admit(new Claim(Lane.BATCH, ""))).as("nobody waits for a batch").isNotNull();
        release.countDown();
    }

    @Test
    void noMoreStreamsAreAdmittedThanCanBePlayed() {
        Scheduler scheduler = scheduler(2);
        learn(scheduler, Duration.ofMillis(100), Duration.ofSeconds(1));
        List<Place> admitted = fill(scheduler);
        // A tenth of a thread each, and 85 % of two threads may be promised.
        assertThat(admitted).hasSizeBetween(16, 17);
        assertThat(scheduler.figures().refused()).containsEntry(Refusal.PLAYBACK, 1L);
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(scheduler.admit(Claim.ALONE)).as("streams that ask for nothing need nothing").isNotNull();
    }

    @Test
    void fewCheapPiecesDoNotOpenTheDoor() {
        Scheduler scheduler = scheduler(2);
        for (int i = 0; i < 20; i++) {
            learn(scheduler, Duration.ofMillis(100), Duration.ofSeconds(1));
        }
        learn(scheduler, Duration.ofMillis(10), Duration.ofSeconds(1));
        List<Place> admitted = fill(scheduler);
        // By the last 64 alone it were 170.
        assertThat(admitted).hasSizeBetween(16, 21);
    }

    @Test
    void nobodyIsAdmittedWhileAStreamThatPlaysIsAboutToRunDry() {
        Scheduler scheduler = scheduler(1);
        learn(scheduler, Duration.ofMillis(20), Duration.ofSeconds(10));
        List<Place> playing = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            playing.add(playing(scheduler, Duration.ofMillis(300)));
        }
        CountDownLatch release = occupy(scheduler, 1);
        for (int i = 0; i < playing.size() - 1; i++) {
            waitFor(playing.get(i), "next");
        }
        await(() -> waiting(scheduler, Lane.LIVE) == playing.size() - 1);
        // 20 ms that run, 20 of a newcomer, 200 that wait: in time for who hears 300 and has to have 50 in hand.
        scheduler.admit(Claim.ALONE).close();
        waitFor(playing.getLast(), "next");
        await(() -> waiting(scheduler, Lane.LIVE) == playing.size());
        assertThatThrownBy(() -> scheduler.admit(Claim.ALONE)).isInstanceOf(Overloaded.class);
        assertThat(scheduler.figures().refused()).containsOnly(entry(Refusal.PLAYBACK, 1L));
        release.countDown();
    }

    @Test
    void aReaderWhoAsksLateKeepsNobodyOut() {
        Scheduler scheduler = scheduler(1);
        learn(scheduler, Duration.ofMillis(20), Duration.ofSeconds(10));
        Place late = playing(scheduler, Duration.ofMillis(300));
        now.addAndGet(Duration.ofMillis(290).toNanos());
        CountDownLatch release = occupy(scheduler, 1);
        waitFor(late, "late");
        await(() -> waiting(scheduler, Lane.LIVE) == 1);
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
        release.countDown();
    }

    @Test
    void thoseWhoAreRefusedAreNotToldToComeAtTheSameTime() {
        Scheduler scheduler = full(2);
        List<Duration> told = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            told.add(refused(() -> scheduler.admit(Claim.ALONE)).retryAfter());
        }
        assertThat(told).isSorted().doesNotHaveDuplicates();
        assertThat(told.getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(told.getLast()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void allAttemptsAreLookedAtAsLongAsNobodyIsRefused() {
        Scheduler scheduler = scheduler(1);
        for (int i = 0; i < 10_000; i++) {
            scheduler.attempt("somebody");
        }
        assertThat(scheduler.figures().refused()).isEmpty();
    }

    @Test
    void aFloodIsRefusedUnreadAndNobodyElseIs() {
        Scheduler scheduler = full(1);
        refused(() -> scheduler.admit(Claim.ALONE));
        scheduler.attempt("patient");
        Overloaded unread = refused(() -> {
            for (int i = 0; i < 10_000; i++) {
                scheduler.attempt("flood");
            }
        });
        assertThat(unread.retryAfter()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
        assertThat(scheduler.figures().refused()).containsEntry(Refusal.UNREAD, 1L);
        scheduler.attempt("patient");
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        for (int i = 0; i < 10_000; i++) {
            scheduler.attempt("flood");
        }
    }

    @Test
    void whatABatchIsRefusedForKeepsNoListenerOut() {
        Scheduler scheduler = open(new Scheduler(1, ScheduleLimits.ofStreams(1), now::get));
        scheduler.admit(new Claim(Lane.BATCH, ""));
        refused(() -> scheduler.admit(new Claim(Lane.BATCH, "")));
        for (int i = 0; i < 10_000; i++) {
            scheduler.attempt("somebody");
        }
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
    }

    @Test
    void aStreamThatIsAloneIsAdmittedWhateverItCosts() {
        Scheduler scheduler = scheduler(1);
        learn(scheduler, Duration.ofMillis(200), Duration.ofMillis(100));
        Place alone = scheduler.admit(Claim.ALONE);
        assertThatThrownBy(() -> scheduler.admit(Claim.ALONE)).isInstanceOf(Overloaded.class);
        alone.close();
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
    }

    @Test
    void streamsThatEndAfterTheirFirstPieceSayNothingOfWhatPlayingCosts() {
        Scheduler scheduler = scheduler(1);
        for (int i = 0; i < 200; i++) {
            Place place = scheduler.admit(Claim.ALONE);
            place.run(() -> now.addAndGet(Duration.ofMillis(50).toNanos()));
            place.delivered(Duration.ofMillis(60));
            place.close();
        }
        scheduler.admit(Claim.ALONE);
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
    }

    @Test
    void placesAreBoundedInEachLaneAndGivenBackOnce() {
        Scheduler scheduler = open(new Scheduler(1, ScheduleLimits.ofStreams(1), now::get));
        Place live = scheduler.admit(Claim.ALONE);
        Place batch = scheduler.admit(new Claim(Lane.BATCH, ""));
        assertThatThrownBy(() -> scheduler.admit(Claim.ALONE)).isInstanceOf(Overloaded.class);
        assertThatThrownBy(() -> scheduler.admit(new Claim(Lane.BATCH, ""))).isInstanceOf(Overloaded.class);
        live.close();
        live.close();
        assertThat(scheduler.underWay()).isEqualTo(1);
        batch.close();
        assertThat(scheduler.underWay()).isZero();
        assertThat(scheduler.admit(Claim.ALONE)).isNotNull();
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

    private Scheduler scheduler(int threads) {
        return open(new Scheduler(threads, LIMITS, now::get));
    }

    private Scheduler open(Scheduler scheduler) {
        opened.add(scheduler);
        return scheduler;
    }

    /** A scheduler that admits no further stream. */
    private Scheduler full(int threads) {
        Scheduler scheduler = scheduler(threads);
        learn(scheduler, Duration.ofMillis(100), Duration.ofSeconds(1));
        fill(scheduler);
        return scheduler;
    }

    /** Admits streams until one is refused. */
    private static List<Place> fill(Scheduler scheduler) {
        List<Place> admitted = new ArrayList<>();
        assertThat(refused(() -> {
            while (true) {
                admitted.add(scheduler.admit(Claim.ALONE));
            }
        })).hasMessageContaining("streams are playing");
        return admitted;
    }

    private static Overloaded refused(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(Overloaded.class, call));
    }

    /** Lets it see what a stream costs: two pieces of that cost, each with that much audio. */
    private void learn(Scheduler scheduler, Duration cost, Duration audio) {
        for (int i = 0; i < 64; i++) {
            Place place = scheduler.admit(Claim.ALONE);
            for (int piece = 0; piece < 2; piece++) {
                place.run(() -> now.addAndGet(cost.toNanos()));
                place.delivered(audio);
            }
            place.close();
        }
    }

    /** A stream that has delivered that much audio just now. */
    private static Place playing(Scheduler scheduler, Duration audio) {
        Place place = scheduler.admit(Claim.ALONE);
        place.run(() -> 0);
        place.delivered(audio);
        return place;
    }

    /** Keeps all threads busy until the latch falls. */
    private CountDownLatch occupy(Scheduler scheduler, int threads) {
        CountDownLatch release = latch();
        for (int i = 0; i < threads; i++) {
            holdIn(scheduler.admit(Claim.ALONE), release);
        }
        await(() -> running(scheduler, Lane.LIVE) == threads);
        return release;
    }

    private CountDownLatch latch() {
        latches.add(new CountDownLatch(1));
        return latches.getLast();
    }

    private void holdIn(Place place, CountDownLatch release) {
        waiters.add(Thread.ofVirtual().start(() -> place.run(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        })));
    }

    private void waitFor(Place place, String name) {
        waiters.add(Thread.ofVirtual().start(() -> place.run(() -> {
            now.addAndGet(Duration.ofMillis(1).toNanos());
            return done.add(name);
        })));
    }

    private static int waiting(Scheduler scheduler, Lane lane) {
        return figures(scheduler, lane).waiting();
    }

    private static int running(Scheduler scheduler, Lane lane) {
        return figures(scheduler, lane).running();
    }

    private static ScheduleFigures.LaneFigures figures(Scheduler scheduler, Lane lane) {
        return Objects.requireNonNull(scheduler.figures().lanes().get(lane));
    }

    /** Until what other threads do has happened; the class's timeout bounds it. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }
}
