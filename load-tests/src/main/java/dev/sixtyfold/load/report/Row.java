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

    boolean hopeless() {
        return figures().firstAudio().medianMillis() > HOPELESS_MILLIS || figures().audioSeconds() == 0;
    }

    String markdown() {
        return String.format(Locale.ROOT,
                "| %s | %d | %.1f | %.1f ms | %.1f ms | %.1f ms | %d | %d | %d | %.0f %% | %.1f %% |%n",
                server, atOnce, figures().throughput(), figures().firstAudio().medianMillis(), figures().firstAudio()
                        .millis(95),
                figures().firstAudio().millis(99), figures().streams().finished(), figures().underruns().count(),
                figures()
                        .refused(),
                100 * result.processor().server(), 100 * result.processor().generator());
    }
}
