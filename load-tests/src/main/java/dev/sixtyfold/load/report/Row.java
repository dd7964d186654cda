package dev.sixtyfold.load.report;

import dev.sixtyfold.server.bench.listeners.LoadFigures;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import java.util.Locale;

/**
 * What one server did at one level of load.
 *
 * @param atOnce
 *            listeners, or streams
 */
record Row(String server, int atOnce, LoadResult result) {

    /** Of the table that {@link #markdown} makes rows of. */
    static final String HEADER = """
            | server | at once | times real time | first audio p50 | p95 | p99 | finished | underruns | refused | server's share | load generator's |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    /** More than any listener would wait: there is no use in a higher level. */
    private static final double HOPELESS_MILLIS = 5_000;

    LoadFigures figures() {
        return result.listeners();
    }

    /** Where all that was played had arrived before, nobody waited. */
    boolean hopeless() {
        return figures().firstAudio().medianMillis() > HOPELESS_MILLIS;
    }

    /** Whether a wait for first audio ended, or lasted, while it was measured. */
    boolean hasWaits() {
        return figures().firstAudio().count() > 0;
    }

    String markdown() {
        return String.format(Locale.ROOT, "| %s | %d | %.1f | %s | %s | %s | %d | %d | %d | %.0f %% | %.1f %% |%n",
                server,
                atOnce, figures().throughput(), waited(50), waited(95), waited(99), figures().streams().finished(),
                figures()
                        .underruns().count(),
                figures().refused(), 100 * result.processor().server(), 100 * result.processor().generator());
    }

    private String waited(double percentile) {
        return hasWaits() ? String.format(Locale.ROOT, "%.1f ms", figures().firstAudio().millis(percentile)) : "none";
    }
}
