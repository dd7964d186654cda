package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The samples of one utterance as it is to be delivered: the pause before it, the voice at the asked level, and no more of
 * the voice's own silence than belongs there. Used by one thread.
 */
final class UtteranceAudio {

    private static final int LONGEST_SILENT_CHUNK_SECONDS = 1;

    private final VocoderStream voice;
    private final SilenceTrim trim;
    private final float[] gains;
    private final int sampleRate;
    private final double hop;
    private final long pauseLength;
    private long silence;
    private float[] afterSilence = {};
    private boolean begun;
    private boolean over;
    /** Of the next sample, among those of the voice. */
    private long position;

    /**
     * The pauses around an utterance, in samples; less than 0 where the voice's own silence stays.
     *
     * @param before
     *            as much of it as is still to come
     * @param after
     *            which this utterance only begins
     */
    record Pauses(long before, long after) {}

    /**
     * @param gains
     *            a factor for each frame; empty for the voice's own level
     * @param framesPerSecond
     *            of {@code gains}
     */
    UtteranceAudio(VocoderStream voice, int sampleRate, Pauses pauses, float[] gains, double framesPerSecond) {
        this.voice = voice;
        this.sampleRate = sampleRate;
        this.trim = new SilenceTrim(sampleRate, pauses.before, pauses.after);
        this.gains = gains;
        this.hop = sampleRate / framesPerSecond;
        this.pauseLength = Math.max(0, pauses.before);
        this.silence = pauseLength;
        this.begun = pauses.before < 0;
    }

    /** Nothing but a pause. */
    static UtteranceAudio silence(int sampleRate, long samples) {
        UtteranceAudio audio = new UtteranceAudio(Optional::empty, sampleRate, new Pauses(samples, -1),
                new float[0], 1);
        audio.begun = true;
        audio.over = true;
        return audio;
    }

    /** The next samples, or nothing at the end. */
    Optional<AudioChunk> next() {
        while (true) {
            if (begun && silence > 0) {
                int length = (int) Math.min(silence, (long) LONGEST_SILENT_CHUNK_SECONDS * sampleRate);
                silence -= length;
                return chunk(new float[length]);
            }
            if (afterSilence.length > 0) {
                float[] samples = afterSilence;
                afterSilence = new float[0];
                return chunk(samples);
            }
            if (over) {
                return Optional.empty();
            }
            take(voice.next());
        }
    }

    private void take(Optional<AudioChunk> block) {
        int droppedBefore = trim.dropped();
        float[] samples = block.map(chunk -> trim.push(chunk.samples())).orElseGet(trim::finish);
        position += trim.dropped() - droppedBefore;
        over = block.isEmpty();
        if (!begun && (samples.length > 0 || over)) {
            begun = true;
            silence = Math.max(0, silence - trim.leadLength());
        }
        afterSilence = amplified(samples);
    }

    private float[] amplified(float[] samples) {
        if (gains.length == 0) {
            position += samples.length;
            return samples;
        }
        float[] louder = new float[samples.length];
        for (int n = 0; n < louder.length; n++) {
            louder[n] = samples[n] * gain(position++);
        }
        return louder;
    }

    /** Of the pause after the utterance, what it has in it already; known at the end. */
    long begunPause() {
        return trim.tailLength();
    }

    /**
     * Where the voice's first sample lies, counted from the first sample of this utterance's audio, or nothing as long as
     * that is not known; less than 0 if silence was taken away.
     */
    OptionalLong voiceStart() {
        return begun ? OptionalLong.of(pauseLength - trim.leadLength() - trim.dropped()) : OptionalLong.empty();
    }

    /** Linear between the middles of the frames, so that no step clicks. */
    private float gain(long sample) {
        double place = sample / hop - 0.5;
        int before = Math.clamp((long) Math.floor(place), 0, gains.length - 1);
        int after = Math.min(gains.length - 1, before + 1);
        float weight = (float) Math.clamp(place - before, 0, 1);
        return gains[before] * (1 - weight) + gains[after] * weight;
    }

    private Optional<AudioChunk> chunk(float[] samples) {
        return Optional.of(new AudioChunk(samples, sampleRate));
    }
}
