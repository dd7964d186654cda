package dev.sixtyfold.load.report;

import dev.sixtyfold.load.report.LineChart.Point;
import dev.sixtyfold.load.report.LineChart.Series;
import dev.sixtyfold.server.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All rows as tables and as a plot.
 *
 * @param loadBefore
 *            the machine's load average before the run
 * @param servers
 *            what each of them is, in its own words
 * @param absent
 *            servers that were not to be had, and why
 */
record Publication(Instant date, double loadBefore, Map<String, String> servers, List<String> absent,
        List<Row> streams, List<Row> listeners) {

    private static final double LEAST_MILLIS = 1;

    /** Writes {@code report.md} and {@code load.svg}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.md"), markdown(Machine.current()));
        Files.writeString(folder.resolve("load.svg"), svg());
    }

    String markdown(Machine machine) {
        StringBuilder text = new StringBuilder("# Under load\n\n`load-tests/report-load`, ");
        text.append(String.format(Locale.ROOT, "%s, %s, %d cores, %s, %s, load average %.1f before.%n%n", date, machine
                .processor(), machine.cores(), machine.operatingSystem(), machine.java(), loadBefore));
        servers.forEach((name, what) -> text.append("- ").append(name).append(": ").append(what).append('\n'));
        absent.forEach(reason -> text.append("- not measured: ").append(reason).append('\n'));
        text.append("\n![Throughput, first audio and underruns over the number of listeners](load.svg)\n");
        text.append("\n## Listeners, who play each text from its first byte and then begin another\n\n")
                .append(Row.HEADER);
        listeners.forEach(row -> text.append(row.markdown()));
        text.append("\n## Streams, each following the last at once\n\n").append(Row.HEADER);
        streams.forEach(row -> text.append(row.markdown()));
        return text.toString();
    }

    String svg() {
        List<LineChart> charts = List.of(
                new LineChart("Seconds of audio delivered in a second", 0, series(row -> row.figures().throughput())),
                new LineChart("First audio, 99th percentile, in milliseconds", LEAST_MILLIS, series(row -> row.figures()
                        .firstAudio().millis(99))),
                new LineChart("Underruns for each listener and minute", 0, series(row -> row.figures().underruns()
                        .count() / (double) row.atOnce() / row.figures().measured().toNanos() * 60e9)));
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                + "viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" "
                + "fill=\"white\"/>%n", LineChart.WIDTH, charts.size() * LineChart.HEIGHT));
        for (int i = 0; i < charts.size(); i++) {
            svg.append(charts.get(i).svg(i * LineChart.HEIGHT));
        }
        return svg.append("</svg>\n").toString();
    }

    private List<Series> series(ToDoubleFunction<Row> value) {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        for (Row row : listeners.stream().filter(Row::hasWaits).toList()) {
            lines.merge(row.server(), List.of(new Point(row.atOnce(), value.applyAsDouble(row))), Publication::joined);
        }
        return lines.entrySet().stream().map(line -> new Series(line.getKey(), line.getValue())).toList();
    }

    private static List<Point> joined(List<Point> first, List<Point> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
