package dev.sixtyfold.server.verification;

import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How much each caller may still send. There are as many callers as are configured, so the tables do not grow. */
final class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VerificationConfig config;
    private final TimeMeter time;
    private final ConcurrentMap<String, Bucket> recordings = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Bucket> milliseconds = new ConcurrentHashMap<>();

    RateLimits(VerificationConfig config, TimeMeter time) {
        this.config = config;
        this.time = time;
    }

    /**
     * Counts a recording.
     *
     * @throws Overloaded
     *             if it is one too many
     */
    void recording(Caller caller) {
        take(recordings.computeIfAbsent(caller.name(), name -> bucket(config.recordingsPerMinute())), 1,
                config.recordingsPerMinute() + " recordings");
    }

    /**
     * Counts audio.
     *
     * @throws Overloaded
     *             if it is too much
     */
    void audio(Caller caller, double seconds) {
        take(milliseconds.computeIfAbsent(caller.name(), name -> bucket(1000L * config.secondsPerMinute())), Math.max(1,
                Math.round(seconds * 1000)), config.secondsPerMinute() + " s of audio");
    }

    private Bucket bucket(long capacity) {
        return Bucket.builder().withCustomTimePrecision(time).addLimit(limit -> limit.capacity(capacity).refillGreedy(
                capacity, MINUTE)).build();
    }

    private static void take(Bucket bucket, long tokens, String allowance) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed()) {
            throw new Overloaded("a caller may send " + allowance + " a minute; try again",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
