package dev.sixtyfold.server.bench.listeners;

import io.grpc.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** Counts what happens to streams within a window of time. */
final class Tally {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final long begin;
    private final long end;
    private final Histogram firstAudio = Latencies.histogram();
    private final Histogram refusals = Latencies.histogram();
    private final Set<Watched> open = new LinkedHashSet<>();
    private final Map<Status.Code, Long> broken = new EnumMap<>(Status.Code.class);
    private long finished;
    private long left;
    private long refusedWithoutRetryTime;
    private long underruns;
    private long streamsWithUnderruns;
    private long gapNanos;
    private long longestGapNanos;
    private long audioNanos;

    /**
     * @param begin
     *            what happens earlier is not counted; a wait counts when it ends
     * @param end
     *            what happens then or later is not counted
     */
    Tally(long begin, long end) {
        this.begin = begin;
        this.end = end;
    }

    /** How long a listener waits who was refused or cut off. */
    static long retryNanos(SpeechServer.Ending ending) {
        return (ending.retryAfter() == null ? PATIENCE : ending.retryAfter()).toNanos();
    }

    void opened(Watched stream) {
        open.add(stream);
    }

    void firstAudio(long intended, long now) {
        if (counts(now)) {
            Latencies.record(firstAudio, now - intended);
        }
    }

    void audio(long now, long nanos) {
        audioNanos += counts(now) ? nanos : 0;
    }

    /** Whether it was counted. */
    boolean underrun(long now, long gap, boolean firstOfItsStream) {
        if (!counts(now)) {
            return false;
        }
        underruns++;
        streamsWithUnderruns += firstOfItsStream ? 1 : 0;
        gapNanos += gap;
        longestGapNanos = Math.max(longestGapNanos, gap);
        return true;
    }

    void ended(Watched stream, long intended, long now, SpeechServer.Ending ending) {
        open.remove(stream);
        if (!counts(now)) {
            return;
        }
        if (ending.isWhole()) {
            finished++;
        } else if (ending.isRefusal()) {
            Latencies.record(refusals, now - intended);
            refusedWithoutRetryTime += ending.retryAfter() == null ? 1 : 0;
        } else {
            broken.merge(ending.code(), 1L, Long::sum);
        }
    }

    /** A client has gone of its own accord. */
    void left(Watched stream, long now) {
        open.remove(stream);
        left += counts(now) ? 1 : 0;
    }

    /** Whether a listener has been let down. */
    boolean missed() {
        return underruns > 0 || refusals.getTotalCount() > 0 || !broken.isEmpty();
    }

    /** Streams that have not ended. */
    int open() {
        return open.size();
    }

    /** What has been counted, when the test is over. */
    LoadFigures close(long now) {
        long last = Math.min(now - begin, end - begin);
        open.forEach(stream -> stream.watchedUntil(begin + last - 1));
        return new LoadFigures(Duration.ofNanos(last), Latencies.of(firstAudio), Latencies.of(refusals),
                new LoadFigures.Streams(finished, left, refusedWithoutRetryTime, broken),
                new LoadFigures.Underruns(underruns, streamsWithUnderruns, Duration.ofNanos(gapNanos),
                        Duration.ofNanos(longestGapNanos)),
                audioNanos / 1e9);
    }

    private boolean counts(long time) {
        return time - begin >= 0 && time - end < 0;
    }

    /** A stream that may be going on when the counting stops. */
    @FunctionalInterface
    interface Watched {

        /** The last moment that is counted. */
        void watchedUntil(long now);
    }
}
