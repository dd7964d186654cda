package dev.sixtyfold.server.bench;

import dev.sixtyfold.synthesis.Receipt;
import java.time.Duration;
import java.util.List;

/**
 * The text set spoken once by every stream.
 *
 * @param wall
 *            from the first request to the last sample of all streams
 * @param receipts
 *            of all requests
 */
public record Round(Duration wall, List<Receipt> receipts) {

    public Round {
        receipts = List.copyOf(receipts);
    }

    public double audioSeconds() {
        return receipts.stream().mapToLong(receipt -> receipt.audio().toNanos()).sum() / 1e9;
    }

    /** Seconds of audio for each second of wall time. */
    public double realTimeFactor() {
        return audioSeconds() / (wall.toNanos() / 1e9);
    }
}
