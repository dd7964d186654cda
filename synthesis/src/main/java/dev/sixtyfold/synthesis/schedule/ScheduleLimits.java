package dev.sixtyfold.synthesis.schedule;

import java.time.Duration;

/**
 * What a scheduler admits.
 *
 * @param liveStreams
 *            at a time, those of slow readers included; at least 1
 * @param batchStreams
 *            at a time; at least 1
 * @param firstAudioTarget
 *            how soon the first piece of a live stream is due. With it, streams that are about to run dry come before new
 *            ones, and new ones before those that have audio in hand
 * @param firstAudioLimit
 *            a live stream whose first audio is predicted to take longer is refused
 */
public record ScheduleLimits(int liveStreams, int batchStreams, Duration firstAudioTarget, Duration firstAudioLimit) {

    /** The usual target. */
    public static final Duration FIRST_AUDIO_TARGET = Duration.ofMillis(25);

    public ScheduleLimits {
        if (liveStreams < 1 || batchStreams < 1) {
            throw new IllegalArgumentException("at least one stream has to be admitted");
        }
        if (firstAudioLimit.compareTo(firstAudioTarget) < 0) {
            throw new IllegalArgumentException("first-audio-limit: " + firstAudioLimit.toMillis()
                    + " ms is less than the target of " + firstAudioTarget.toMillis() + " ms");
        }
    }

    /** With the usual target. */
    public ScheduleLimits(int liveStreams, int batchStreams, Duration firstAudioLimit) {
        this(liveStreams, batchStreams, FIRST_AUDIO_TARGET, firstAudioLimit);
    }

    /** So many streams in each lane, however long they wait. */
    public static ScheduleLimits ofStreams(int streams) {
        return new ScheduleLimits(streams, streams, FIRST_AUDIO_TARGET, Duration.ofHours(1));
    }
}
