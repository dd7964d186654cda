package dev.sixtyfold.server.bench;

import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.Receipt.StageTimes;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Several rounds under the same load.
 *
 * @param streams
 *            requests at a time, and threads that compute
 * @param rounds
 *            at least one
 */
public record Measurement(int streams, List<Round> rounds) {

    public Measurement {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a measurement has at least one round");
        }
    }

    /** The median of the rounds'. */
    public double realTimeFactor() {
        double[] sorted = rounds.stream().mapToDouble(Round::realTimeFactor).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double slowestRound() {
        return rounds.stream().mapToDouble(Round::realTimeFactor).min().orElseThrow();
    }

    public double fastestRound() {
        return rounds.stream().mapToDouble(Round::realTimeFactor).max().orElseThrow();
    }

    /**
     * In milliseconds, over all requests: the smallest value that so many percent of them do not exceed.
     */
    public double timeToFirstAudioMillis(int percentile) {
        return millis(Receipt::timeToFirstAudio, percentile);
    }

    /** The same until a listener hears something. */
    public double timeToFirstSoundMillis(int percentile) {
        return millis(Receipt::timeToFirstSound, percentile);
    }

    private double millis(Function<Receipt, Duration> time, int percentile) {
        double[] sorted = receipts().stream().mapToDouble(receipt -> time.apply(receipt).toNanos() / 1e6).sorted()
                .toArray();
        int rank = (int) Math.ceil(percentile / 100.0 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    /** What part of the compute a stage took, from 0 to 1. */
    public double share(Function<StageTimes, Duration> stage) {
        long total = receipts().stream().mapToLong(receipt -> receipt.stages().total().toNanos()).sum();
        long part = receipts().stream().mapToLong(receipt -> stage.apply(receipt.stages()).toNanos()).sum();
        return total == 0 ? 0 : (double) part / total;
    }

    private List<Receipt> receipts() {
        return rounds.stream().flatMap(round -> round.receipts().stream()).toList();
    }
}
