package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.synthesis.UtteranceAudio.Pauses;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class UtteranceAudioTest {

    private static final int RATE = 1000;
    private static final Pauses NONE = new Pauses(-1, -1);
    private static final float[] PLAIN = {};

    /** A hundred silent samples, three hundred of sound, two hundred silent ones, in blocks of fifty. */
    private static VocoderStream voice() {
        float[] samples = new float[600];
        Arrays.fill(samples, 100, 400, 0.5f);
        Queue<AudioChunk> blocks = new ArrayDeque<>();
        for (int at = 0; at < samples.length; at += 50) {
            blocks.add(new AudioChunk(Arrays.copyOfRange(samples, at, at + 50), RATE));
        }
        return () -> Optional.ofNullable(blocks.poll());
    }

    private static UtteranceAudio audio(Pauses pauses, float[] gains) {
        return new UtteranceAudio(voice(), RATE, pauses, gains, 10);
    }

    private static List<float[]> chunks(UtteranceAudio audio) {
        List<float[]> chunks = new ArrayList<>();
        for (Optional<AudioChunk> next = audio.next(); next.isPresent(); next = audio.next()) {
            chunks.add(next.get().samples());
        }
        return chunks;
    }

    private static float[] samples(UtteranceAudio audio) {
        float[] all = {};
        for (float[] chunk : chunks(audio)) {
            int length = all.length;
            all = Arrays.copyOf(all, length + chunk.length);
            System.arraycopy(chunk, 0, all, length, chunk.length);
        }
        return all;
    }

    private static int firstSound(float[] samples) {
        int at = 0;
        while (samples[at] == 0) {
            at++;
        }
        return at;
    }

    @Test
    void withoutPausesAllOfTheVoiceIsHeardFromItsFirstSample() {
        UtteranceAudio audio = audio(NONE, PLAIN);

        assertThat(audio.voiceStart()).hasValue(0);
        float[] samples = samples(audio);
        assertThat(samples).hasSize(600);
        assertThat(firstSound(samples)).isEqualTo(100);
        assertThat(audio.begunPause()).isZero();
    }

    @Test
    void thePauseBeforeTakesTheVoicesOwnSilenceIntoAccount() {
        UtteranceAudio audio = audio(new Pauses(1000, -1), PLAIN);

        assertThat(audio.voiceStart()).as("before anything is computed").isEmpty();
        float[] samples = samples(audio);

        assertThat(firstSound(samples)).isEqualTo(1000);
        assertThat(samples).hasSize(1000 + 300 + 200);
        assertThat(audio.voiceStart()).as("a hundred samples before the first sound").hasValue(900);
    }

    @Test
    void aPauseShorterThanTheVoicesOwnSilenceShortensIt() {
        UtteranceAudio audio = audio(new Pauses(20, -1), PLAIN);

        assertThat(firstSound(samples(audio))).isEqualTo(20);
        assertThat(audio.voiceStart()).hasValue(-80);
    }

    @Test
    void thePauseAfterIsBegunAndTheNextUtteranceIsToldHowFar() {
        UtteranceAudio audio = audio(new Pauses(-1, 2000), PLAIN);

        assertThat(samples(audio)).hasSize(100 + 300 + 40);
        assertThat(audio.begunPause()).isEqualTo(40);
    }

    @Test
    void longPausesComeInChunksOfASecondAtMost() {
        assertThat(chunks(audio(new Pauses(2500, 0), PLAIN))).extracting(chunk -> chunk.length).startsWith(1000, 1000,
                470).allMatch(length -> length <= RATE);
        assertThat(chunks(UtteranceAudio.silence(RATE, 2500))).extracting(chunk -> chunk.length)
                .containsExactly(1000, 1000, 500);
    }

    @Test
    void silenceIsNothingButSilence() {
        assertThat(samples(UtteranceAudio.silence(RATE, 70))).hasSize(70).containsOnly(0);
        assertThat(samples(UtteranceAudio.silence(RATE, 0))).isEmpty();
    }

    /** A frame is a hundred samples of the voice, whatever has been cut off before them. */
    @Test
    void gainsStayWithTheirFramesAndRunFromOneToTheNext() {
        float[] gains = {1, 1, 0.5f, 0.5f, 0.5f, 0.5f};
        for (Pauses pauses : List.of(NONE, new Pauses(1000, 100), new Pauses(20, 100))) {
            float[] samples = samples(audio(pauses, gains));
            int sound = firstSound(samples);

            assertThat(samples[sound + 10]).isEqualTo(0.5f);
            assertThat(samples[sound + 100]).isCloseTo(0.375f, within(1e-6f)); // between the middles of two frames
            assertThat(samples[sound + 200]).isCloseTo(0.25f, within(1e-6f));
            for (int at = sound + 1; at < sound + 300; at++) {
                assertThat(Math.abs(samples[at] - samples[at - 1])).as("step at %d", at).isLessThan(0.01f);
            }
        }
    }
}
