package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.sixtyfold.speech.SynthesisException.Overloaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who is admitted, and who is refused. */
class AdmissionTest extends RunningScheduler {

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
}
