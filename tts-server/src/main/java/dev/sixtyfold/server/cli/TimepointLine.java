package dev.sixtyfold.server.cli;

import dev.sixtyfold.synthesis.Timepoint;

/** A timepoint as a line of JSON. */
final class TimepointLine {

    private static final int DECIMALS = 4;

    private TimepointLine() {}

    /**
     * The line of one timepoint, without its end.
     *
     * @param index
     *            number of the text, from 1, as in the line that `say` prints for it
     */
    static String json(int index, Timepoint timepoint) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("index", index);
            json.writeNumberProperty("startSeconds", JsonLine.rounded(timepoint.seconds(), DECIMALS));
            switch (timepoint) {
                case Timepoint.Word word -> {
                    json.writeNumberProperty("endSeconds", JsonLine.rounded(word.endSeconds(), DECIMALS));
                    json.writeNumberProperty("start", word.source().start());
                    json.writeNumberProperty("end", word.source().end());
                    json.writeStringProperty("spoken", word.spoken());
                }
                case Timepoint.Mark mark -> json.writeStringProperty("mark", mark.name());
            }
        });
    }
}
