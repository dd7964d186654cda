package dev.sixtyfold.server.engine;

import dev.sixtyfold.synthesis.schedule.ScheduleLimits;
import java.time.Duration;

/**
 * The section {@code engine} of the configuration.
 *
 * @param computeThreads
 *            threads that run the networks, each of them for one request at a time; 0 for one for each processor
 * @param maxLiveStreams
 *            live requests under way at a time, the ones whose readers are slow included; more are refused. 0 for 256 for
 *            each compute thread
 * @param maxBatchStreams
 *            the same for requests of the batch lane. 0 for 32 for each compute thread
 * @param firstAudioLimit
 *            a live request is refused if its first audio is predicted to take longer
 * @param devices
 *            where the networks run
 */
public record EngineConfig(int computeThreads, int maxLiveStreams, int maxBatchStreams, Duration firstAudioLimit,
        DevicesConfig devices) {

    public static final EngineConfig DEFAULTS = new EngineConfig(0, 0, 0, Duration.ofMillis(250),
            DevicesConfig.CPU);

    private static final int LIVE_PER_THREAD = 256;
    private static final int BATCH_PER_THREAD = 32;

    public EngineConfig {
        if (computeThreads < 0 || computeThreads > 1024) {
            throw new IllegalArgumentException("compute-threads: " + computeThreads + " is not between 0 and 1024");
        }
        requireCount("max-live-streams", maxLiveStreams);
        requireCount("max-batch-streams", maxBatchStreams);
        if (firstAudioLimit.compareTo(ScheduleLimits.FIRST_AUDIO_TARGET) < 0) {
            throw new IllegalArgumentException("first-audio-limit: " + firstAudioLimit.toMillis()
                    + " ms is less than the scheduler's target of " + ScheduleLimits.FIRST_AUDIO_TARGET.toMillis()
                    + " ms");
        }
    }

    private static void requireCount(String key, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(key + ": " + count + " is less than 0");
        }
    }

    /** The defaults, with that many threads and room for as many requests. */
    public static EngineConfig ofThreads(int computeThreads) {
        return new EngineConfig(computeThreads, DEFAULTS.maxLiveStreams, DEFAULTS.maxBatchStreams,
                DEFAULTS.firstAudioLimit, DEFAULTS.devices);
    }

    /** {@code computeThreads}, or as many as this machine has processors. */
    public int threads() {
        return computeThreads == 0 ? Runtime.getRuntime().availableProcessors() : computeThreads;
    }

    /** What is admitted. */
    public ScheduleLimits limits() {
        return new ScheduleLimits(maxLiveStreams == 0 ? LIVE_PER_THREAD * threads() : maxLiveStreams,
                maxBatchStreams == 0 ? BATCH_PER_THREAD * threads() : maxBatchStreams, firstAudioLimit);
    }
}
