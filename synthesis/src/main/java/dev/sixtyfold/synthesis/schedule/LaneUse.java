package dev.sixtyfold.synthesis.schedule;

import java.time.Duration;

/** How many threads work for a lane, and how long they have. */
final class LaneUse {

    private int running;
    private long computed;

    void begin() {
        running++;
    }

    void end(long nanos) {
        running--;
        computed += nanos;
    }

    int running() {
        return running;
    }

    Duration computed() {
        return Duration.ofNanos(computed);
    }
}
