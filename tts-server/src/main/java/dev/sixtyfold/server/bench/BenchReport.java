package dev.sixtyfold.server.bench;

import dev.sixtyfold.synthesis.Receipt;
import java.time.Instant;
import java.util.Locale;

/**
 * What a benchmark found.
 *
 * @param modelHash
 *            SHA-256 of the voice's model file, in hex
 * @param audioSeconds
 *            of the text set, spoken once
 * @param oneCore
 *            one stream and one thread that computes
 * @param allCores
 *            as many of both as was asked for
 */
public record BenchReport(Instant date, String voice, String modelHash, double audioSeconds, Measurement oneCore,
        Measurement allCores) {

    /** Whether one core makes a minute of audio in a second. */
    public boolean goalReached() {
        return oneCore.realTimeFactor() >= Receipt.REAL_TIME_FACTOR_GOAL;
    }

    /** For people, on several lines. */
    public String text(Machine machine) {
        return String.format(Locale.ROOT, """
                %.1f s of audio in %d texts, %d rounds after one to warm up, medians
                one core            %6.1f x real time, rounds from %.1f to %.1f; the goal of %.0f is %s
                %3d streams at once %6.1f x real time, rounds from %.1f to %.1f
                first audio         %6.1f ms at the median, %.1f ms at the 95th percentile (one stream)
                first sound         %6.1f ms at the median, %.1f ms at the 95th percentile (one stream)
                stages              text %.0f %%, acoustic model %.0f %%, vocoder %.0f %%, postprocessing %.0f %%
                voice               %s, model %s
                machine             %s, %d cores, %s, %s
                date                %s""", audioSeconds, oneCore.rounds().getFirst().receipts().size(), oneCore.rounds()
                .size(), oneCore.realTimeFactor(), oneCore.slowestRound(), oneCore.fastestRound(),
                Receipt.REAL_TIME_FACTOR_GOAL, goalReached() ? "reached" : "not reached", allCores.streams(), allCores
                        .realTimeFactor(),
                allCores.slowestRound(), allCores.fastestRound(), oneCore.timeToFirstAudioMillis(
                        50),
                oneCore.timeToFirstAudioMillis(95), oneCore.timeToFirstSoundMillis(50),
                oneCore.timeToFirstSoundMillis(95), 100 * oneCore.share(
                        Receipt.StageTimes::textFrontend),
                100 * oneCore.share(
                        Receipt.StageTimes::acousticModel),
                100 * oneCore.share(
                        Receipt.StageTimes::vocoder),
                100 * oneCore.share(
                        Receipt.StageTimes::postprocessing),
                voice, modelHash,
                machine.processor(), machine.cores(), machine.operatingSystem(), machine.java(), date);
    }
}
