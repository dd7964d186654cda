package dev.sixtyfold.server.bench.listeners;

/**
 * What a listener hears of one stream who plays it from its first byte, without a buffer: audio that comes later than the
 * end of all audio before it leaves a gap. Times and lengths are nanoseconds.
 */
final class Playback {

    private boolean started;
    private long playedOutAt;

    /**
     * Audio has come.
     *
     * @return how long the listener has heard nothing before it; 0 if it came in time, or is the first
     */
    long arrived(long now, long length) {
        long gap = gapAt(now);
        playedOutAt = (started && gap == 0 ? playedOutAt : now) + length;
        started = true;
        return gap;
    }

    /** How long the listener has been hearing nothing; 0 before the first audio. */
    long gapAt(long now) {
        return started ? Math.max(0, now - playedOutAt) : 0;
    }

    boolean started() {
        return started;
    }

    /** When all that has come will have been played. */
    long playedOutAt() {
        return playedOutAt;
    }
}
