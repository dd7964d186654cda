package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When the words and marks of an utterance are reached, from how long the acoustic model makes each symbol. */
final class Timeline {

    private Timeline() {}

    /**
     * The words and marks in the order of their times.
     *
     * @param frames
     *            what the acoustic model made of the utterance
     * @param startSeconds
     *            when the first frame is heard
     */
    static List<Timepoint> of(Utterance utterance, AcousticFrames frames, double startSeconds) {
        double[] starts = symbolStarts(utterance.phonemes().symbols().length(), frames, startSeconds);
        List<Timepoint> timepoints = new ArrayList<>();
        for (Delivery.Mark mark : utterance.delivery().marks()) {
            timepoints.add(new Timepoint.Mark(mark.name(), starts[mark.symbol()]));
        }
        for (SpokenWord word : utterance.phonemes().words()) {
            timepoints.add(new Timepoint.Word(word.source(), word.spoken(), starts[word.symbolStart()],
                    starts[word.symbolEnd()]));
        }
        // Stable: a mark at the time of a word comes before it.
        timepoints.sort(Comparator.comparingDouble(Timepoint::seconds));
        return timepoints;
    }

    /** When each symbol begins, and at last when the last one ends; a pad comes before the first and after the last. */
    private static double[] symbolStarts(int symbols, AcousticFrames frames, double startSeconds) {
        if (frames.symbolFrames().length != symbols + 2) {
            throw new IllegalStateException("the acoustic model gives " + frames.symbolFrames().length
                    + " durations for " + symbols + " symbols and two pads");
        }
        double[] starts = new double[symbols + 1];
        long frame = 0;
        for (int i = 0; i <= symbols; i++) {
            frame += frames.symbolFrames()[i];
            starts[i] = startSeconds + frame / frames.framesPerSecond();
        }
        return starts;
    }
}
