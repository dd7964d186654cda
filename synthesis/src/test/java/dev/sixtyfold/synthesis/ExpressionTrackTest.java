package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.Delivery.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTrackTest {

    /** Three symbols of three, four and five frames, between pads of two frames and of one. */
    private static final AcousticFrames FRAMES = new AcousticFrames(15, 80, List.of(), new int[]{2, 3, 4, 5, 1});

    private static ExpressionTrack track(Expression... expressions) {
        return new ExpressionTrack(FRAMES, List.of(expressions));
    }

    @Test
    void withoutExpressionsThereIsNothingToChange() {
        assertThat(track().pitches()).isEmpty();
        assertThat(track().gains()).isEmpty();
        assertThat(track(new Expression(0, 3, 0, 0)).pitches()).isEmpty();
        assertThat(track(new Expression(0, 3, 0, 0)).gains()).isEmpty();
    }

    @Test
    void aSymbolsFramesAreItsOwn() {
        ExpressionTrack track = track(new Expression(1, 2, 12, 0));

        assertThat(track.pitches()).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1);
        assertThat(track.gains()).isEmpty();
    }

    @Test
    void padsBelongToTheSymbolsBesideThem() {
        ExpressionTrack track = track(new Expression(0, 1, 0, 20), new Expression(2, 3, 0, -20));

        assertThat(track.gains()).containsExactly(
                new float[]{10, 10, 10, 10, 10, 1, 1, 1, 1, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f}, within(1e-6f));
        assertThat(track.pitches()).isEmpty();
    }

    @Test
    void anExpressionOfAllSymbolsHoldsForAllFrames() {
        ExpressionTrack track = track(new Expression(0, 3, -12, Double.NEGATIVE_INFINITY));

        assertThat(track.pitches()).hasSize(15).containsOnly(0.5f);
        assertThat(track.gains()).hasSize(15).containsOnly(0f);
    }

    @Test
    void anExpressionOfNoSymbolsChangesNothing() {
        assertThat(track(new Expression(2, 2, 12, 0)).pitches()).hasSize(15).containsOnly(1f);
    }
}
