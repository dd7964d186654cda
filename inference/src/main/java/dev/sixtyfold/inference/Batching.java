package dev.sixtyfold.inference;

import java.time.Duration;

/**
 * How runs are put together.
 *
 * @param most
 *            runs in one; at least 2
 * @param longestWait
 *            that a run waits for others to join it; zero for only those that came while another was being computed
 */
public record Batching(int most, Duration longestWait) {

    public Batching {
        if (most < 2) {
            throw new IllegalArgumentException("most: " + most + " runs are no batch");
        }
        if (longestWait.isNegative() || longestWait.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("longestWait: " + longestWait + " is not between 0 and a second");
        }
    }
}
