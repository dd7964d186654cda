package dev.sixtyfold.watermark.detect;

import java.util.Locale;

/** How often a probability is reached without a mark, beside how often the bound allows it, as a picture; both axes in decades. */
final class TailPlot {

    private static final int DECADE = 60;
    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int DECADES = 6;

    private TailPlot() {}

    static String svg(UnmarkedTrials trials) {
        int end = TOP + DECADES * DECADE;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                + "font-family=\"sans-serif\" font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LEFT + DECADES * DECADE + 40, end + 45));
        for (int decade = 0; decade <= DECADES; decade++) {
            int x = LEFT + decade * DECADE;
            int y = TOP + decade * DECADE;
            svg.append(String.format(Locale.ROOT,
                    "<path d=\"M%d %dV%dM%d %dh%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">1e-%d</text>"
                            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">1e-%d</text>%n",
                    x, TOP, end, LEFT, y, DECADES * DECADE, x, end + 15, decade, LEFT - 5, y + 4, decade));
        }
        svg.append(String.format(Locale.ROOT, "<path d=\"M%d %dL%d %d\" stroke=\"#c33\" fill=\"none\"/>%n", LEFT, TOP,
                LEFT + DECADES * DECADE, end));
        for (int decade = 0; decade <= DECADES; decade++) {
            if (trials.reached(decade) > 0) {
                double part = (double) trials.reached(decade) / trials.trials();
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%d\" cy=\"%.1f\" r=\"4\" fill=\"#36c\"/>%n",
                        LEFT + decade * DECADE, TOP - Math.log10(part) * DECADE));
            }
        }
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">p at most; line: allowed by the bound; dots: measured part of %d trials</text>%n",
                LEFT + DECADES * DECADE / 2, end + 35, trials.trials()));
        return svg.append("</svg>\n").toString();
    }
}
