package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTrimTest {

    private static final int RATE = 1000;
    private static final int KEEP = -1;
    private static final int FADE_IN = 30;
    private static final int FADE_OUT = 40;

    /** A hundred quiet samples, fifty loud ones, eighty quiet ones, twenty loud ones, two hundred quiet ones. */
    private static final float[] VOICE = joined(level(100, 0.002f), level(50, 0.5f), level(80, 0.002f),
            level(20, -0.5f), level(200, 0.002f));
    private static final int SOUND = 50 + 80 + 20;

    @Test
    void withoutPausesTheVoiceIsLeftAsItIs() {
        assertThat(trimmed(new SilenceTrim(RATE, KEEP), KEEP, VOICE)).containsExactly(VOICE);
    }

    @Test
    void theSilenceBeforeTheFirstSoundIsCutToItsFadeIn() {
        SilenceTrim trim = new SilenceTrim(RATE, 500);

        float[] trimmed = trimmed(trim, KEEP, VOICE);

        assertThat(trimmed).hasSize(FADE_IN + SOUND + 200);
        assertThat(Arrays.copyOf(trimmed, FADE_IN)).isSorted();
        assertThat(trimmed[0]).isLessThan(0.0001f);
        assertThat(trimmed[FADE_IN]).isEqualTo(0.5f);
        assertThat(trim.dropped()).isEqualTo(100 - FADE_IN);
        assertThat(trim.leadLength()).isEqualTo(FADE_IN);
        assertThat(trim.tailLength()).isEqualTo(200);
    }

    @Test
    void theSilenceAfterTheLastSoundIsCutToItsFadeOut() {
        SilenceTrim trim = new SilenceTrim(RATE, KEEP);

        float[] trimmed = trimmed(trim, 500, VOICE);

        assertThat(trimmed).hasSize(100 + SOUND + FADE_OUT);
        assertThat(trimmed[99 + SOUND]).isEqualTo(-0.5f);
        assertThat(trimmed[100 + SOUND]).isLessThan(0.002f);
        assertThat(trimmed[trimmed.length - 1]).isLessThan(0.0001f);
        assertThat(trim.tailLength()).isEqualTo(FADE_OUT);
        assertThat(trim.dropped()).isZero();
    }

    /** Half of a short pause is for the sound before it, and what is left for the one after it. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "10, 10, 10, 5", "50, 50, 30, 25", "80, 80, 30, 40", "5000, 5000, 30, 40"})
    void fadesAreNeverLongerThanThePause(int before, int after, int lead, int tail) {
        SilenceTrim trim = new SilenceTrim(RATE, before);

        assertThat(trimmed(trim, after, VOICE)).hasSize(lead + SOUND + tail);
        assertThat(trim.leadLength()).isEqualTo(lead);
        assertThat(trim.tailLength()).isEqualTo(tail);
    }

    @Test
    void silenceBetweenSoundsStays() {
        float[] trimmed = trimmed(new SilenceTrim(RATE, 0), 0, VOICE);

        assertThat(trimmed).containsExactly(Arrays.copyOfRange(VOICE, 100, 100 + SOUND));
    }

    @Test
    void ofSilenceAloneNothingIsLeft() {
        SilenceTrim trim = new SilenceTrim(RATE, 100);

        assertThat(trimmed(trim, 100, level(300, 0.002f))).isEmpty();
        assertThat(trim.tailLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void howTheVoiceComesInBlocksChangesNothing(long seed) {
        Random random = new Random(seed);
        float[] whole = trimmed(new SilenceTrim(RATE, 200), 200, VOICE);
        SilenceTrim trim = new SilenceTrim(RATE, 200);
        float[] pieces = {};
        for (int at = 0; at < VOICE.length;) {
            int end = Math.min(VOICE.length, at + 1 + random.nextInt(60));
            pieces = joined(pieces, trim.push(Arrays.copyOfRange(VOICE, at, end)));
            at = end;
        }

        assertThat(joined(pieces, trim.finish(200))).containsExactly(whole);
        assertThat(trim.dropped()).isEqualTo(100 - FADE_IN);
    }

    private static float[] trimmed(SilenceTrim trim, long pauseAfter, float[] samples) {
        return joined(trim.push(samples.clone()), trim.finish(pauseAfter));
    }

    private static float[] level(int length, float value) {
        float[] samples = new float[length];
        Arrays.fill(samples, value);
        return samples;
    }

    private static float[] joined(float[]... parts) {
        float[] all = {};
        for (float[] part : parts) {
            int length = all.length;
            all = Arrays.copyOf(all, length + part.length);
            System.arraycopy(part, 0, all, length, part.length);
        }
        return all;
    }
}
