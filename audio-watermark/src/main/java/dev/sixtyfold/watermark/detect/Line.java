package dev.sixtyfold.watermark.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * A supposition of how a recording was changed.
 *
 * @param tempo
 *            how much faster it runs: 1.05 if it takes 1/1.05 of the time
 * @param pitch
 *            how much higher its frequencies are
 */
public record Line(double tempo, double pitch) {

    /** Not changed. */
    public static final Line IDENTITY = new Line(1, 1);

    public Line {
        if (!(tempo > 0.5 && tempo < 2 && pitch > 0.5 && pitch < 2)) {
            throw new IllegalArgumentException("tempo " + tempo + " and pitch " + pitch + " are not between 0.5 and 2");
        }
    }

    /** All that are tried after the identity: tempo, speed (both at once) and pitch. */
    static List<Line> all() {
        List<Line> lines = new ArrayList<>();
        for (int step = 1; step <= 12; step++) { // to 6 % in steps of 0.5 %
            for (int way = -1; way <= 1; way += 2) {
                double factor = 1 + way * 0.005 * step;
                lines.add(new Line(factor, 1));
                lines.add(new Line(factor, factor));
            }
        }
        for (int step = 1; step <= 13; step++) { // a little more than two semitones, in steps of 1 %
            lines.add(new Line(1, 1 + 0.01 * step));
            lines.add(new Line(1, 1 / (1 + 0.01 * step)));
        }
        return List.copyOf(lines);
    }
}
