package dev.sixtyfold.load.setting;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was asked and what was measured, line by line. */
public final class Verdicts {

    private final List<Line> lines = new ArrayList<>();

    private record Line(String what, String asked, String measured, boolean kept) {}

    /** Takes down that {@code measured} may be {@code asked} or less. */
    public void atMost(String what, double asked, double measured, String unit) {
        lines.add(new Line(what, "at most " + text(asked, unit), text(measured, unit), measured <= asked));
    }

    /** Takes down that {@code measured} has to be {@code asked} or more. */
    public void atLeast(String what, double asked, double measured, String unit) {
        lines.add(new Line(what, "at least " + text(asked, unit), text(measured, unit), measured >= asked));
    }

    /** Takes down that there may be none. */
    public void none(String what, long count) {
        lines.add(new Line(what, "none", Long.toString(count), count == 0));
    }

    /** Takes down that there has to be at least one. */
    public void some(String what, long count) {
        lines.add(new Line(what, "some", Long.toString(count), count > 0));
    }

    /** Takes down a figure that nothing was asked of. */
    public void note(String what, double measured, String unit) {
        lines.add(new Line(what, "", text(measured, unit), true));
    }

    public boolean allKept() {
        return lines.stream().allMatch(Line::kept);
    }

    /** Prints the table and its result. */
    public void print(PrintWriter out) {
        int what = lines.stream().mapToInt(line -> line.what.length()).max().orElse(0);
        int asked = lines.stream().mapToInt(line -> line.asked.length()).max().orElse(0);
        for (Line line : lines) {
            out.printf("%-" + what + "s  %-" + Math.max(1, asked) + "s  %s%s%n", line.what, line.asked, line.measured,
                    line.asked.isEmpty() ? "" : line.kept ? "  kept" : "  MISSED");
        }
        out.println(allKept() ? "all kept" : "NOT ALL KEPT");
        out.flush();
    }

    private static String text(double value, String unit) {
        String number = value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
