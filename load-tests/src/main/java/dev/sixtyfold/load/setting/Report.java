package dev.sixtyfold.load.setting;

import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import java.util.Locale;

/** Figures of a load test as lines for people. */
public final class Report {

    private Report() {}

    /** What one kind of clients experienced, on one line. */
    public static String line(String who, LoadFigures figures) {
        return String.format(Locale.ROOT,
                "%-24s %7.1f x real time, first audio %.1f ms p50, %.1f p95, %.1f p99, %.1f most; "
                        + "%d finished, %d left, %d refused, %d broken off%s; %d underruns in %d streams, %.2f s of silence",
                who,
                figures.throughput(), figures.firstAudio().medianMillis(), figures.firstAudio().millis(95), figures
                        .firstAudio().millis(99),
                figures.firstAudio().mostMillis(), figures.streams().finished(), figures.streams().left(), figures
                        .refused(),
                figures.streams().allBroken(), figures.streams().broken().isEmpty()
                        ? ""
                        : " " + figures.streams().broken(),
                figures.underruns().count(), figures.underruns().streams(), figures.underruns().gap().toNanos() / 1e9);
    }

    /** What was taken of the processor. */
    public static String line(LoadResult.ProcessorShares shares) {
        return String.format(Locale.ROOT, "%-24s server %.1f %%, load generator %.1f %% of all cores", "processor",
                100 * shares.server(), 100 * shares.generator());
    }
}
