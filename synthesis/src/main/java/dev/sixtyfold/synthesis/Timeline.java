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
     * The words and marks in the order of their times, without those of {@link #marksAtEnd}.
     *
     * @param frames
     *            what the acoustic model made of the utterance
     * @param soundEnd
     *            the frame with which its sound ends: no word lasts longer
     * @param startSeconds
     *            when the first frame is heard
     */
    static List<Timepoint> of(Utterance utterance, AcousticFrames frames, int soundEnd, double startSeconds) {
        double latest = startSeconds + soundEnd / frames.framesPerSecond();
        double[] starts = symbolStarts(utterance.phonemes().symbols().length(), frames, startSeconds);
        List<Timepoint> timepoints = new ArrayList<>();
        List<Delivery.Mark> atEnd = marksAtEnd(utterance);
        for (Delivery.Mark mark : utterance.delivery().marks()) {
            if (atEnd.contains(mark)) {
                continue;
            }
            timepoints.add(new Timepoint.Mark(mark.name(), starts[mark.symbol()]));
        }
        for (SpokenWord word : utterance.phonemes().words()) {
            timepoints
                    .add(new Timepoint.Word(word.source(), word.spoken(), Math.min(starts[word.symbolStart()], latest),
                            Math.min(starts[word.symbolEnd()], latest)));
        }
        // Stable: a mark at the time of a word comes before it.
        timepoints.sort(Comparator.comparingDouble(Timepoint::seconds));
        return timepoints;
    }

    /** Marks at the end of an utterance: they are reached with its last sound, which only its samples tell. */
    static List<Delivery.Mark> marksAtEnd(Utterance utterance) {
        int end = utterance.phonemes().symbols().length();
        return utterance.delivery().marks().stream().filter(mark -> mark.symbol() == end).toList();
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
