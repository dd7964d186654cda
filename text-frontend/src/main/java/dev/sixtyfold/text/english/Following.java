package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.text.english.pronounce.Directions;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.markup.Instruction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands the instructions of a text to the sentences that they concern, from the first to the last. */
final class Following {

    /** Longer than between two sentences. */
    private static final Duration AFTER_PARAGRAPH = Duration.ofMillis(1100);

    /** What holds at places: pauses and marks, and ends of paragraphs, as they follow one another. */
    private final List<Instruction> places = new ArrayList<>();
    /** What holds for parts. */
    private final List<Instruction> parts = new ArrayList<>();
    private final List<Instruction> open = new ArrayList<>();
    private final Dialect dialect;
    private int nextPlace;
    private int nextPart;

    /**
     * @param dialect
     *            that the text is read in
     */
    Following(List<Instruction> instructions, Dialect dialect) {
        this.dialect = dialect;
        for (Instruction instruction : instructions) {
            boolean place = instruction instanceof Instruction.Pause || instruction instanceof Instruction.Mark
                    || instruction instanceof Instruction.Break;
            (place ? places : parts).add(instruction);
        }
    }

    /**
     * What comes before the first sentence.
     *
     * @param pause
     *            null for none
     * @param marks
     *            before the pause
     */
    record Opening(@Nullable Duration pause, List<Delivery.Mark> marks) {}

    /**
     * What comes before the first sentence, which begins at {@code start}; marks after the last pause are left for it.
     *
     * @param only
     *            whether there is no sentence at all
     */
    Opening opening(int start, boolean only) {
        Duration pause = null;
        List<Delivery.Mark> marks = new ArrayList<>();
        int end = only ? places.size() : afterLastPause(start);
        while (nextPlace < end) {
            switch (places.get(nextPlace++)) {
                case Instruction.Pause found -> pause = pause == null ? found.length() : pause.plus(found.length());
                case Instruction.Mark mark -> marks.add(new Delivery.Mark(mark.name(), 0));
                default -> {
                    // Nothing has been said yet that could end.
                }
            }
        }
        return new Opening(pause, marks);
    }

    /**
     * What concerns a sentence.
     *
     * @param start
     *            in UTF-16 units of the text
     * @param end
     *            exclusive
     * @param next
     *            where the next one begins; what lies between the two comes after this one
     * @param last
     *            whether there is no next one
     * @param directions
     *            gets what concerns its reading, in units of the sentence
     */
    SentenceDelivery sentence(int start, int end, int next, boolean last, Directions directions) {
        open.removeIf(part -> part.end() <= start);
        while (nextPart < parts.size() && parts.get(nextPart).start() < end) {
            Instruction part = parts.get(nextPart++);
            if (part.end() > start) {
                open.add(part);
                noteLanguage(part, start, end, directions);
            }
        }
        List<Instruction> own = new ArrayList<>();
        for (Instruction part : open) {
            Instruction shifted = Shift.by(part, start, end);
            own.add(shifted);
            directions.add(shifted);
        }
        SentenceDelivery delivery = new SentenceDelivery(own);
        while (nextPlace < places.size() && places.get(nextPlace).start() < end) {
            Instruction place = Shift.by(places.get(nextPlace++), start, end);
            directions.add(place);
            delivery.add(place);
        }
        int after = last ? places.size() : afterLastPause(next);
        while (nextPlace < after) {
            delivery.addAfter(places.get(nextPlace++));
        }
        if (delivery.endsParagraph() && !last) {
            delivery.pauseAtLeast(AFTER_PARAGRAPH);
        }
        return delivery;
    }

    /** The number of the place after the last pause or border up to {@code unit}. */
    private int afterLastPause(int unit) {
        int after = nextPlace;
        for (int i = nextPlace; i < places.size() && places.get(i).start() <= unit; i++) {
            if (!(places.get(i) instanceof Instruction.Mark)) {
                after = i + 1;
            }
        }
        return after;
    }

    private void noteLanguage(Instruction part, int start, int end, Directions directions) {
        if (part instanceof Instruction.Language language) {
            Locale asked = Locale.forLanguageTag(language.tag());
            boolean english = asked.getLanguage().equals("en");
            if (!english
                    || !(asked.getCountry().isEmpty() || dialect.languageTag().equals("en-" + asked.getCountry()))) {
                directions.note(Shift.by(part, start, end), (english ? "an English" : "a language")
                        + " that the voice does not speak: read as " + dialect.languageTag());
            }
        }
    }
}
