package dev.sixtyfold.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.AudioChunk;
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
    /** What the voice makes by itself. */
    private static final long OWN = -1;
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

    private static UtteranceAudio audio(long pauseBefore, float[] gains) {
        return new UtteranceAudio(new UtteranceAudio.Sound(voice(), 0, gains, 10), RATE, pauseBefore);
    }

    private static List<float[]> chunks(UtteranceAudio audio, long pauseAfter, boolean last) {
        List<float[]> chunks = new ArrayList<>();
        for (Optional<AudioChunk> next = audio.next(); next.isPresent(); next = audio.next()) {
            chunks.add(next.get().samples());
        }
        assertThat(audio.isOver()).isTrue();
        audio.end(pauseAfter, last);
        for (Optional<AudioChunk> next = audio.next(); next.isPresent(); next = audio.next()) {
            chunks.add(next.get().samples());
        }
        assertThat(audio.isOver()).isTrue();
        return chunks;
    }

    /** All of it, begun for another utterance to follow. */
    private static float[] samples(UtteranceAudio audio, long pauseAfter) {
        float[] all = {};
        for (float[] chunk : chunks(audio, pauseAfter, false)) {
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
        UtteranceAudio audio = audio(OWN, PLAIN);

        assertThat(audio.voiceStart()).hasValue(0);
        float[] samples = samples(audio, OWN);
        assertThat(samples).hasSize(600);
        assertThat(firstSound(samples)).isEqualTo(100);
        assertThat(audio.begunPause()).isEqualTo(200);
    }

    @Test
    void thePauseBeforeTakesTheVoicesOwnSilenceIntoAccount() {
        UtteranceAudio audio = audio(1000, PLAIN);

        assertThat(audio.voiceStart()).as("before anything is computed").isEmpty();
        float[] samples = samples(audio, OWN);

        assertThat(firstSound(samples)).isEqualTo(1000);
        assertThat(samples).hasSize(1000 + 300 + 200);
        assertThat(audio.voiceStart()).as("a hundred samples before the first sound").hasValue(900);
    }

    @Test
    void aPauseShorterThanTheVoicesOwnSilenceShortensIt() {
        UtteranceAudio audio = audio(20, PLAIN);

        assertThat(firstSound(samples(audio, OWN))).isEqualTo(20);
        assertThat(audio.voiceStart()).hasValue(-80);
    }

    @Test
    void thePauseAfterIsBegunAndTheNextUtteranceIsToldHowFar() {
        UtteranceAudio audio = audio(OWN, PLAIN);

        assertThat(samples(audio, 2000)).hasSize(100 + 300 + 40);
        assertThat(audio.begunPause()).isEqualTo(40);
    }

    @Test
    void thePauseAfterTheLastUtteranceIsCompleted() {
        List<float[]> chunks = chunks(audio(OWN, PLAIN), 2500, true);

        assertThat(chunks.stream().mapToInt(chunk -> chunk.length).sum()).isEqualTo(100 + 300 + 2500);
        assertThat(chunks.subList(chunks.size() - 3, chunks.size())).extracting(chunk -> chunk.length)
                .containsExactly(40 + 1000, 1000, 460);
        assertThat(chunks.getLast()).containsOnly(0);
    }

    @Test
    void aLongPauseBeforeComesInChunksOfASecondAtMostTheLastOneWithTheFirstSound() {
        List<float[]> chunks = chunks(audio(2500, PLAIN), 0, true);

        assertThat(chunks.subList(0, 3)).extracting(chunk -> chunk.length).containsExactly(1000, 1000, 470 + 30 + 50);
    }

    @Test
    void samplesThatTheVoiceLeftOutCountAsItsOwnSilence() {
        UtteranceAudio audio = new UtteranceAudio(new UtteranceAudio.Sound(voice(), 3, PLAIN, 10), RATE, 20);

        assertThat(firstSound(samples(audio, OWN))).isEqualTo(20);
        assertThat(audio.voiceStart()).as("three frames of a hundred samples were left out").hasValue(-380);
    }

    @Test
    void nothingHasAnEndToo() {
        UtteranceAudio none = UtteranceAudio.nothing(RATE);
        assertThat(none.isEnded()).isFalse();
        assertThat(samples(none, 70)).isEmpty();
        assertThat(none.isEnded()).isTrue();

        assertThat(chunks(UtteranceAudio.nothing(RATE), 70, true)).singleElement()
                .satisfies(chunk -> assertThat(chunk).hasSize(70).containsOnly(0));
    }

    /** A frame is a hundred samples of the voice, whatever has been cut off before them. */
    @Test
    void gainsStayWithTheirFramesAndRunFromOneToTheNext() {
        float[] gains = {1, 1, 0.5f, 0.5f, 0.5f, 0.5f};
        for (long before : List.of(OWN, 1000L, 20L)) {
            float[] samples = samples(audio(before, gains), 100);
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
