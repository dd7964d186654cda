package dev.sixtyfold.speech;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an utterance is delivered.
 *
 * @param rate
 *            times the pace of the request; more than 0
 * @param pauseAfter
 *            the silence between the last sound of this utterance and the first of the next one; null for the one that the
 *            voice makes by itself
 * @param expressions
 *            parts that are spoken higher, lower, louder or softer; they follow one another
 * @param marks
 *            places that the caller wants to be told of, in order
 */
public record Delivery(double rate, @Nullable Duration pauseAfter, List<Expression> expressions, List<Mark> marks) {

    /** As the voice does it by itself. */
    public static final Delivery PLAIN = new Delivery(1, null, List.of(), List.of());

    public Delivery {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("rate " + rate + " is not a positive number");
        }
        if (pauseAfter != null && pauseAfter.isNegative()) {
            throw new IllegalArgumentException("a pause of " + pauseAfter + " is less than none");
        }
        expressions = List.copyOf(expressions);
        marks = List.copyOf(marks);
        int end = 0;
        for (Expression expression : expressions) {
            if (expression.symbolStart() < end || expression.symbolEnd() < expression.symbolStart()) {
                throw new IllegalArgumentException("expressions must follow one another");
            }
            end = expression.symbolEnd();
        }
    }

    /** The same with another pause after it. */
    public Delivery withPauseAfter(@Nullable Duration pause) {
        return new Delivery(rate, pause, expressions, marks);
    }

    /**
     * What is asked of some symbols of {@link PhonemeSequence#symbols()}.
     *
     * @param symbolStart
     *            inclusive
     * @param symbolEnd
     *            exclusive
     * @param pitchSemitones
     *            added to the voice's pitch
     * @param volumeDb
     *            added to the level; negative infinity for silence
     */
    public record Expression(int symbolStart, int symbolEnd, double pitchSemitones, double volumeDb) {}

    /**
     * A place with a name.
     *
     * @param name
     *            the caller's
     * @param symbol
     *            of {@link PhonemeSequence#symbols()} before which it lies; their number for the end
     */
    public record Mark(String name, int symbol) {}
}
