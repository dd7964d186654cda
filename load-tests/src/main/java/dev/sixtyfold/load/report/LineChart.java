package dev.sixtyfold.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line for each server over the number of listeners, as a part of an SVG. The number of listeners has a logarithmic axis,
 * and so has what is measured if it begins above 0.
 *
 * @param least
 *            where the vertical axis begins; values below lie on it
 */
record LineChart(String title, double least, List<Series> series) {

    static final int WIDTH = 640;
    static final int HEIGHT = 300;

    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 36;
    private static final int BOTTOM = 44;
    private static final List<String> COLOURS = List.of("#0b6e4f", "#c1440e", "#2b59c3", "#8a4fae", "#7a6a00");

    LineChart {
        series = List.copyOf(series);
    }

    /** One server. */
    record Series(String name, List<Point> points) {
        Series {
            points = List.copyOf(points);
        }
    }

    /**
     * One measurement.
     *
     * @param x
     *            more than 0
     */
    record Point(double x, double y) {}

    /** The chart with its upper left corner at that height. */
    String svg(int top) {
        double largestX = Math.max(2, points().stream().mapToDouble(Point::x).max().orElse(2));
        double largestY = Math.max(least > 0 ? 10 * least : 1, points().stream().mapToDouble(Point::y).max().orElse(1));
        Scale scale = new Scale(least, largestX, largestY);
        StringBuilder svg = new StringBuilder();
        svg.append(format("<g transform=\"translate(0 %d)\">%n", top));
        svg.append(text(LEFT, 20, "start", "#222", "<tspan font-weight=\"bold\">" + title + "</tspan>"));
        for (double x : ticks(1, largestX)) {
            svg.append(line(scale.x(x), TOP, scale.x(x), HEIGHT - BOTTOM, "#ddd"));
            svg.append(text(scale.x(x), HEIGHT - BOTTOM + 16, "middle", "#555", number(x)));
        }
        for (double y : least > 0 ? decades(least, largestY) : steps(largestY)) {
            svg.append(line(LEFT, scale.y(y), WIDTH - RIGHT, scale.y(y), "#ddd"));
            svg.append(text(LEFT - 6, scale.y(y) + 4, "end", "#555", number(y)));
        }
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "#555", "listeners at once"));
        for (int i = 0; i < series.size(); i++) {
            svg.append(curve(series.get(i), COLOURS.get(i % COLOURS.size()), scale, TOP + 12 + 18 * i));
        }
        return svg.append("</g>\n").toString();
    }

    private static String curve(Series series, String colour, Scale scale, int legend) {
        StringBuilder path = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (Point point : series.points()) {
            path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : " L", scale.x(point.x()), scale.y(point.y())));
            marks.append(
                    format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", scale.x(point.x()), scale.y(point
                            .y()), colour));
        }
        return format("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour) + marks
                + format("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>%n", WIDTH - RIGHT + 14, legend - 4, colour)
                + text(WIDTH - RIGHT + 24, legend, "start", "#222", series.name());
    }

    private List<Point> points() {
        return series.stream().flatMap(one -> one.points().stream()).toList();
    }

    /** 1, 2, 5, 10, 20, ... */
    private static List<Double> ticks(double first, double last) {
        List<Double> ticks = new ArrayList<>();
        for (double decade = first; decade <= last; decade *= 10) {
            for (int step : new int[]{1, 2, 5}) {
                if (decade * step <= last) {
                    ticks.add(decade * step);
                }
            }
        }
        return ticks;
    }

    private static List<Double> decades(double first, double last) {
        List<Double> decades = new ArrayList<>();
        for (double decade = first; decade <= last; decade *= 10) {
            decades.add(decade);
        }
        return decades;
    }

    /** Some five round steps from 0. */
    private static List<Double> steps(double last) {
        double step = Math.pow(10, Math.floor(Math.log10(last / 2)));
        double wide = last / step > 10 ? 5 * step : last / step > 5 ? 2 * step : step;
        List<Double> steps = new ArrayList<>();
        for (int i = 0; i * wide <= last; i++) {
            steps.add(i * wide);
        }
        return steps;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : format("%.1f", value);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2,
                colour);
    }

    private static String text(double x, double y, String anchor, String colour, String text) {
        return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n", x, y, anchor, colour,
                text);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Where values lie. */
    private record Scale(double least, double largestX, double largestY) {

        double x(double x) {
            return LEFT + (WIDTH - RIGHT - LEFT) * Math.log(x) / Math.log(largestX);
        }

        double y(double y) {
            double part = least > 0
                    ? Math.log(Math.max(y, least) / least) / Math.log(largestY / least)
                    : Math.max(y, 0) / largestY;
            return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part;
        }
    }
}
