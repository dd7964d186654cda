package dev.sixtyfold.server.bench.listeners;

import io.grpc.Status;
import java.time.Duration;
import java.util.Map;

/**
 * What a kind of clients experienced while it was measured.
 *
 * @param firstAudio
 *            from when a stream was meant to begin to its first audio; streams that had none at the end are in it with as
 *            long as they had waited by then
 * @param refusals
 *            from when a stream was meant to begin to its refusal
 * @param audioSeconds
 *            that arrived
 */
public record LoadFigures(Duration measured, Latencies firstAudio, Latencies refusals, Streams streams,
        Underruns underruns, double audioSeconds) {

    /**
     * How streams ended.
     *
     * @param finished
     *            heard to the end
     * @param left
     *            ended by their clients
     * @param refusedWithoutRetryTime
     *            of the refused ones
     * @param broken
     *            ended by the server with another status than that of a refusal
     */
    public record Streams(long finished, long left, long refusedWithoutRetryTime, Map<Status.Code, Long> broken) {

        public Streams {
            broken = Map.copyOf(broken);
        }

        public long allBroken() {
            return broken.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Gaps in what listeners heard.
     *
     * @param streams
     *            that had at least one
     * @param gap
     *            all of them together
     */
    public record Underruns(long count, long streams, Duration gap, Duration longest) {}

    public long refused() {
        return refusals.count();
    }

    /** Whether nobody was refused or cut off, or heard a gap. */
    public boolean allServed() {
        return underruns.count() == 0 && refused() == 0 && streams.allBroken() == 0;
    }

    /** Seconds of audio for each second of wall time. */
    public double throughput() {
        return measured.isZero() ? 0 : audioSeconds / (measured.toNanos() / 1e9);
    }
}
