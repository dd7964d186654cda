package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.text.english.pronounce.Sound;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.Instruction.Break.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence is delivered: it is cut where it pauses and where its pace changes; pitch and level change within an
 * utterance. Places are UTF-16 units of the sentence.
 */
final class SentenceDelivery {

    private final List<Instruction> parts;
    /** Pauses and marks within the sentence, as they follow one another. */
    private final List<Instruction> places = new ArrayList<>();
    private final List<Instruction.Mark> marksAfter = new ArrayList<>();
    private @Nullable Duration pauseAfter;
    private boolean paragraph;

    /**
     * @param parts
     *            instructions for parts of the sentence, an outer one before those inside it
     */
    SentenceDelivery(List<Instruction> parts) {
        this.parts = parts;
    }

    /** Adds a pause or a mark within the sentence. */
    void add(Instruction place) {
        places.add(place);
    }

    /** Adds what comes between this sentence and the next. */
    void addAfter(Instruction place) {
        switch (place) {
            case Instruction.Pause pause -> pauseAfter = sum(pauseAfter, pause.length());
            case Instruction.Mark mark -> marksAfter.add(mark);
            case Instruction.Break end -> paragraph |= end.unit() == Unit.PARAGRAPH;
            default -> throw new IllegalArgumentException("no place: " + place.getClass());
        }
    }

    boolean endsParagraph() {
        return paragraph;
    }

    /** Pauses after the sentence for that long, unless something else was asked. */
    void pauseAtLeast(Duration pause) {
        pauseAfter = pauseAfter == null ? pause : pauseAfter;
    }

    /** Sounds that are delivered at one pace, and what is asked of them. */
    record Piece(List<Sound> sounds, SentenceDelivery sentence, double rate, @Nullable Duration pauseAfter,
            List<Instruction.Mark> marks, boolean atEnd) {

        /**
         * Some of the sounds, with the marks that lie among them.
         *
         * @param before
         *            where the last sound before them begins; less than 0 for none
         */
        Piece part(List<Sound> some, int before, boolean last) {
            List<Instruction.Mark> own = marks.stream().filter(mark -> (before < 0 || mark.at() > before)
                    && (last || mark.at() <= some.getLast().start())).toList();
            return new Piece(some, sentence, rate, last ? pauseAfter : null, own, atEnd && last);
        }

        /** The same with a longer pause after it. */
        Piece pausing(Duration more) {
            return new Piece(sounds, sentence, rate, sum(pauseAfter, more), marks, atEnd);
        }

        /** Where it begins, or {@code otherwise} if it has no sounds. */
        int start(int otherwise) {
            return sounds.isEmpty() ? otherwise : sounds.getFirst().start();
        }

        /**
         * @param starts
         *            first symbol of each sound, and the number of symbols
         */
        Delivery delivery(int[] starts) {
            List<Delivery.Mark> places = new ArrayList<>();
            for (Instruction.Mark mark : marks) {
                int sound = 0;
                while (sound < sounds.size() && sounds.get(sound).start() < mark.at()) {
                    sound++;
                }
                places.add(new Delivery.Mark(mark.name(), starts[sound]));
            }
            if (atEnd) {
                sentence.marksAfter.forEach(mark -> places.add(new Delivery.Mark(mark.name(), starts[sounds.size()])));
            }
            return new Delivery(rate, pauseAfter, sentence.expressions(sounds, starts), places);
        }
    }

    /** The sounds of the sentence in pieces, at least one. */
    List<Piece> pieces(List<Sound> sounds) {
        List<Piece> pieces = new ArrayList<>();
        List<Sound> current = new ArrayList<>();
        List<Instruction.Mark> marks = new ArrayList<>();
        double rate = 0;
        int place = 0;
        for (Sound sound : sounds) {
            boolean closing = sound instanceof Sound.Mark && !"(“".contains(sound.phonemes());
            double ownRate = closing && !current.isEmpty() ? rate : rate(sound.start());
            Duration pause = null;
            if (!closing || current.isEmpty()) {
                while (place < places.size() && places.get(place).start() <= sound.start()) {
                    if (places.get(place) instanceof Instruction.Mark mark) {
                        if (pause == null || current.isEmpty()) {
                            marks.add(mark);
                        } else {
                            // After the pause: it belongs to what follows.
                            pieces.add(new Piece(List.copyOf(current), this, rate, pause, marks, false));
                            current.clear();
                            marks = new ArrayList<>(List.of(mark));
                            pause = null;
                        }
                    } else if (places.get(place) instanceof Instruction.Pause found && !found.length().isZero()) {
                        pause = sum(pause, found.length());
                    }
                    place++;
                }
            }
            if (!current.isEmpty() && (pause != null || ownRate != rate)) {
                pieces.add(new Piece(List.copyOf(current), this, rate, pause, marks, false));
                current.clear();
                marks = new ArrayList<>();
            } else if (pause != null && !pieces.isEmpty()) {
                pieces.add(pieces.removeLast().pausing(pause));
            } else if (pause != null) {
                pieces.add(new Piece(List.of(), this, ownRate, pause, marks, false));
                marks = new ArrayList<>();
            }
            rate = ownRate;
            current.add(sound);
        }
        Duration last = pauseAfter;
        for (; place < places.size(); place++) {
            switch (places.get(place)) {
                case Instruction.Mark mark -> marks.add(mark);
                case Instruction.Pause pause -> last = sum(last, pause.length());
                default -> {
                    // A border lies at the end of a sentence.
                }
            }
        }
        pieces.add(new Piece(List.copyOf(current), this, rate == 0 ? rate(0) : rate, last, marks, true));
        return pieces;
    }

    private double rate(int at) {
        double rate = 1;
        for (Instruction part : parts) {
            if (part instanceof Instruction.Prosody prosody && prosody.start() <= at && at < prosody.end()) {
                rate = prosody.rate();
            }
        }
        return rate;
    }

    /** Runs of sounds with the same pitch and level, where those are not the voice's own. */
    private List<Delivery.Expression> expressions(List<Sound> sounds, int[] starts) {
        List<Delivery.Expression> expressions = new ArrayList<>();
        Delivery.Expression open = null;
        for (int i = 0; i < sounds.size(); i++) {
            Delivery.Expression own = expression(sounds.get(i), starts[i], starts[i + 1]);
            if (open != null && sounds.get(i) instanceof Sound.Mark) {
                // What closes a part sounds like it.
                own = new Delivery.Expression(starts[i], starts[i + 1], open.pitchSemitones(), open.volumeDb());
            }
            if (open != null && own.pitchSemitones() == open.pitchSemitones() && own.volumeDb() == open.volumeDb()) {
                open = new Delivery.Expression(open.symbolStart(), own.symbolEnd(), open.pitchSemitones(),
                        open.volumeDb());
            } else {
                addUnlessPlain(open, expressions);
                open = own;
            }
        }
        addUnlessPlain(open, expressions);
        return expressions;
    }

    private static void addUnlessPlain(Delivery.@Nullable Expression expression,
            List<Delivery.Expression> expressions) {
        if (expression != null && (expression.pitchSemitones() != 0 || expression.volumeDb() != 0)) {
            expressions.add(expression);
        }
    }

    private Delivery.Expression expression(Sound sound, int symbolStart, int symbolEnd) {
        double semitones = 0;
        double decibels = 0;
        double emphasisSemitones = 0;
        double emphasisDecibels = 0;
        for (Instruction part : parts) {
            if (part.start() > sound.start() || part.end() <= sound.start()) {
                continue;
            }
            if (part instanceof Instruction.Prosody prosody) {
                semitones = prosody.pitchSemitones();
                decibels = prosody.volumeDb();
            } else if (part instanceof Instruction.Emphasis emphasis) {
                emphasisSemitones = semitones(emphasis.level());
                emphasisDecibels = decibels(emphasis.level());
            }
        }
        return new Delivery.Expression(symbolStart, symbolEnd, semitones + emphasisSemitones,
                decibels + emphasisDecibels);
    }

    private static double semitones(Instruction.Emphasis.Level level) {
        return switch (level) {
            case STRONG -> 2;
            case MODERATE -> 1;
            case NONE -> 0;
            case REDUCED -> -1;
        };
    }

    private static double decibels(Instruction.Emphasis.Level level) {
        return switch (level) {
            case STRONG -> 3;
            case MODERATE -> 1.5;
            case NONE -> 0;
            case REDUCED -> -2;
        };
    }

    private static Duration sum(@Nullable Duration first, Duration second) {
        return first == null ? second : first.plus(second);
    }
}
