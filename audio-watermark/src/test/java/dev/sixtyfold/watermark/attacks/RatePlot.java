package dev.sixtyfold.watermark.attacks;

import dev.sixtyfold.watermark.attacks.RobustnessReport.Row;
import java.util.List;
import java.util.Locale;

/** Rates of exact ids with their intervals, and what is asked for, as a picture. */
final class RatePlot {

    private static final int LINE = 15;
    private static final int LEFT = 250;
    private static final int WIDTH = 400;

    private RatePlot() {}

    static String svg(List<Row> rows) {
        int height = (rows.size() + 2) * LINE;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                + "font-family=\"sans-serif\" font-size=\"10\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LEFT + WIDTH + 30, height));
        for (int percent = 0; percent <= 100; percent += 20) {
            svg.append(String.format(Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"11\" text-anchor=\"middle\">%d %%</text>%n",
                    x(percent / 100.0), LINE, height - LINE, x(percent / 100.0), percent));
        }
        int y = 2 * LINE;
        for (Row row : rows) {
            double target = row.attack().target();
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s, %.0f s</text>%n",
                    LEFT - 8, y, row.attack().name().replaceFirst(", \\d+ s$", ""), row.attack().cropSeconds()));
            svg.append(String.format(Locale.ROOT,
                    "<path d=\"M%.1f %dH%.1f\" stroke=\"#36c\" stroke-width=\"2\"/><circle cx=\"%.1f\" cy=\"%d\" r=\"3\" fill=\"#36c\"/>%n",
                    x(row.exact().low()), y - 4, x(row.exact().high()), x(row.exact().rate()), y - 4));
            if (target > 0) {
                svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %dv10\" stroke=\"#c33\" stroke-width=\"2\"/>%n",
                        x(target), y - 9));
            }
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(double rate) {
        return LEFT + WIDTH * rate;
    }
}
