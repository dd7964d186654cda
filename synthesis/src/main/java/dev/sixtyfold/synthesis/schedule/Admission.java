package dev.sixtyfold.synthesis.schedule;

import dev.sixtyfold.speech.SynthesisException.Overloaded;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Decides who is let in, and when the pieces of those who are have to be done. A stream is refused at once rather than let
 * down later. Guarded by the scheduler's lock.
 */
final class Admission {

    /** The part of the threads' time that may be promised away: the rest is for what cannot be foreseen. */
    private static final double PROMISED = 0.85;
    /** A stream that has asked for nothing for so long has a reader who stalls; it has no claim on the threads. */
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Audio that those who play are to have in hand when their next piece is ready. */
    private static final long IN_HAND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** Between two attempts that are looked at while streams are being refused, for each processor. */
    private static final long ATTEMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** So long after the last refusal of a live stream attempts are counted. */
    private static final long CROWDED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ScheduleLimits limits;
    private final int threads;
    private final CostHistory costs;
    private final WaitingLine line;
    private final Set<Place> places = new HashSet<>();
    private final Map<Lane, Integer> streams = new EnumMap<>(Lane.class);
    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private final Appointments appointments;
    /** Of those whose requests were not read: however many they are, the others do not come later for it. */
    private final Appointments unread;
    private final AttemptBudget attempts;
    private long crowdedUntil;

    Admission(ScheduleLimits limits, int threads, CostHistory costs, WaitingLine line, long now) {
        this.limits = limits;
        this.threads = threads;
        this.costs = costs;
        this.line = line;
        this.appointments = new Appointments(threads, ATTEMPT_NANOS / threads, now);
        this.unread = new Appointments(threads, ATTEMPT_NANOS / threads, now);
        this.attempts = new AttemptBudget(ATTEMPT_NANOS / threads);
        this.crowdedUntil = now;
    }

    /**
     * Somebody asks for something; what, nobody has read yet.
     *
     * @throws Overloaded
     *             if streams are being refused and this caller has had its share of answers
     */
    void attempt(String caller, long now) {
        if (crowdedUntil - now > 0 && !attempts.take(caller, now)) {
            throw refusal(Refusal.UNREAD, "streams are being refused, and too many are asked for; try again",
                    unread.next(now));
        }
    }

    /**
     * @param running
     *            live pieces that are being computed
     * @throws Overloaded
     *             if the stream is refused
     */
    void admit(Place place, long now, int running) {
        try {
            check(place.claim(), now, running);
        } catch (Overloaded e) {
            if (place.claim().lane() == Lane.LIVE) {
                crowdedUntil = now + CROWDED_NANOS;
            }
            throw e;
        }
        places.add(place);
        streams.merge(place.claim().lane(), 1, Integer::sum);
        appointments.admitted(now);
    }

    private void check(Claim claim, long now, int running) {
        int most = switch (claim.lane()) {
            case LIVE -> limits.liveStreams();
            case BATCH -> limits.batchStreams();
        };
        if (streams(claim.lane()) >= most) {
            throw refusal(Refusal.PLACES, "all " + most + " places for streams are taken; try again",
                    appointments.next(now));
        }
        if (claim.lane() == Lane.LIVE && costs.isEnough()) {
            checkFirstAudio(claim, now, running);
            checkPlayback(now, running);
        }
    }

    private void checkFirstAudio(Claim claim, long now, int running) {
        Duration predicted = Duration.ofNanos(predictedFirstAudio(claim, now, running));
        if (predicted.compareTo(limits.firstAudioLimit()) > 0) {
            throw refusal(Refusal.FIRST_AUDIO, "the first audio would come after " + predicted.toMillis()
                    + " ms, later than the limit of " + limits.firstAudioLimit().toMillis() + " ms; try again",
                    appointments.next(now));
        }
    }

    private void checkPlayback(long now, int running) {
        long playing = places.stream().filter(place -> place.claim().lane() == Lane.LIVE
                && place.hasAskedSince(now - STALLED_NANOS)).count();
        // One that is alone is let in whatever it costs: nobody else runs dry.
        if (playing > 0 && ((playing + 1) * costs.computePerAudio() > PROMISED * threads
                || !line.isInTime(now, running * costs.later() + costs.first(), threads, costs, IN_HAND_NANOS))) {
            throw refusal(Refusal.PLAYBACK, playing + " streams are playing, and one more would make them run dry; "
                    + "try again", appointments.next(now));
        }
    }

    private Overloaded refusal(Refusal reason, String message, Duration retryAfter) {
        refused.merge(reason, 1L, Long::sum);
        return new Overloaded(message, retryAfter);
    }

    /** In nanoseconds, for a live stream that were opened now; 0 if not known. */
    long predictedFirstAudio(Claim claim, long now, int running) {
        long ahead = line.liveCostBefore(firstDue(claim, now), costs) + running * costs.later() / 2;
        return ahead / threads + costs.first();
    }

    /**
     * When a piece that is asked for now has to be done: before the listener has heard what was delivered; a first one
     * soon, but those of a caller who has several waiting one after the other, lest a crowd of them stand before everybody
     * else's.
     */
    long due(Place place, long now) {
        return place.hasBegun() ? place.runsOut() : firstDue(place.claim(), now);
    }

    private long firstDue(Claim claim, long now) {
        return now + (line.unbegun(claim.caller()) + 1) * limits.firstAudioTarget().toNanos();
    }

    void leave(Place place) {
        if (places.remove(place)) {
            Lane lane = place.claim().lane();
            streams.merge(lane, -1, Integer::sum);
            if (lane == Lane.BATCH && places.stream().noneMatch(other -> other.claim().equals(place.claim()))) {
                line.forget(place.claim().caller());
            }
        }
    }

    int streams(Lane lane) {
        return streams.getOrDefault(lane, 0);
    }

    Map<Refusal, Long> refused() {
        return refused;
    }
}
