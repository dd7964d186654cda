package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.Delivery.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is asked of an utterance's pitch and level, frame by frame. */
final class ExpressionTrack {

    private final AcousticFrames frames;
    private final List<Expression> expressions;

    ExpressionTrack(AcousticFrames frames, List<Expression> expressions) {
        this.frames = frames;
        this.expressions = expressions;
    }

    /** Of f0, a factor for each frame; empty if all are 1. */
    float[] pitches() {
        return expressions.stream().allMatch(expression -> expression.pitchSemitones() == 0)
                ? new float[0]
                : perFrame(expression -> Math.pow(2, expression.pitchSemitones() / 12));
    }

    /** Of the samples, a factor for each frame; empty if all are 1. */
    float[] gains() {
        return expressions.stream().allMatch(expression -> expression.volumeDb() == 0)
                ? new float[0]
                : perFrame(expression -> Math.pow(10, expression.volumeDb() / 20));
    }

    private float[] perFrame(ToDoubleFunction<Expression> factor) {
        int[] symbolFrames = frames.symbolFrames();
        // The first frame of each symbol; before them lies a pad.
        int[] starts = new int[symbolFrames.length + 1];
        for (int i = 0; i < symbolFrames.length; i++) {
            starts[i + 1] = starts[i] + symbolFrames[i];
        }
        int symbols = symbolFrames.length - 2;
        float[] factors = new float[frames.frameCount()];
        Arrays.fill(factors, 1);
        for (Expression expression : expressions) {
            boolean first = expression.symbolStart() == 0;
            boolean last = expression.symbolEnd() >= symbols;
            int from = first ? 0 : starts[Math.min(symbols, expression.symbolStart()) + 1];
            int to = last ? factors.length : starts[expression.symbolEnd() + 1];
            Arrays.fill(factors, Math.min(from, to), to, (float) factor.applyAsDouble(expression));
        }
        return factors;
    }
}
