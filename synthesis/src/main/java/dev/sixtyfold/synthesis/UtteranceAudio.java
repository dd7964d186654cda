package dev.sixtyfold.synthesis;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The samples of one utterance as it is to be delivered: the silence before it, the voice at the asked level, and no
 * more of the voice's own silence than belongs there, in chunks that hold no more than a second of silence. Used by one thread.
 */
final class UtteranceAudio {

    private final VocoderStream voice;
    private final SilenceTrim trim;
    private final float[] gains;
    private final int sampleRate;
    private final double hop;
    private final long pauseLength;
    /** Samples of the voice that it was not asked for. */
    private final long skipped;
    private long silenceBefore;
    private float[] sound = {};
    private long silenceAfter;
    private boolean begun;
    private boolean over;
    private boolean ended;
    /** Of the next sample, among those of the voice. */
    private long position;

    /**
     * What the voice makes of an utterance.
     *
     * @param samples
     *            from that frame on
     * @param gains
     *            a factor for each frame; empty for the voice's own level
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sound(VocoderStream samples, int firstFrame, float[] gains, double framesPerSecond) {}

    /**
     * @param pauseBefore
     *            as much of it as is still to come, in samples; less than 0 where the voice's own silence stays
     */
    UtteranceAudio(Sound sound, int sampleRate, long pauseBefore) {
        this.voice = sound.samples;
        this.sampleRate = sampleRate;
        this.trim = new SilenceTrim(sampleRate, pauseBefore);
        this.gains = sound.gains;
        this.hop = sampleRate / sound.framesPerSecond;
        this.skipped = Math.round(sound.firstFrame * hop);
        this.position = skipped;
        this.pauseLength = Math.max(0, pauseBefore);
        this.silenceBefore = pauseLength;
        this.begun = pauseBefore < 0;
    }

    /** Nothing: what comes before the first utterance. */
    static UtteranceAudio nothing(int sampleRate) {
        UtteranceAudio audio = new UtteranceAudio(new Sound(Optional::empty, 0, new float[0], 1), sampleRate, -1);
        audio.over = true;
        return audio;
    }

    /** The next samples; nothing at the end, and where only {@link #end} can tell what follows. */
    Optional<AudioChunk> next() {
        while (true) {
            if (begun && silenceBefore > 0) {
                int length = atMostASecond(silenceBefore);
                silenceBefore -= length;
                return chunk(silenceBefore > 0 ? new float[length] : joined(new float[length], takeSound()));
            }
            if (sound.length > 0) {
                return chunk(takeSound());
            }
            if (silenceAfter > 0) {
                int length = atMostASecond(silenceAfter);
                silenceAfter -= length;
                return chunk(new float[length]);
            }
            if (over) {
                return Optional.empty();
            }
            take(voice.next());
        }
    }

    private void take(Optional<AudioChunk> block) {
        int droppedBefore = trim.dropped();
        float[] samples = block.map(chunk -> trim.push(chunk.samples())).orElseGet(() -> new float[0]);
        position += trim.dropped() - droppedBefore;
        over = block.isEmpty();
        if (!begun && (samples.length > 0 || over)) {
            begun = true;
            silenceBefore = Math.max(0, silenceBefore - trim.leadLength());
        }
        sound = amplified(samples);
    }

    /** Whether all has been returned but what {@link #end} brings. */
    boolean isOver() {
        return (over || voice.isOver()) && silenceBefore == 0 && sound.length == 0 && silenceAfter == 0;
    }

    boolean isEnded() {
        return ended;
    }

    BatchFigures batching() {
        return voice.batching();
    }

    /**
     * Tells what follows, once all but that has been returned: {@link #next} returns the rest then.
     *
     * @param pauseAfter
     *            to the next sound, in samples; less than 0 where the voice's own silence stays
     * @param last
     *            whether there is no next sound: the pause is completed here, not begun for the next utterance
     */
    void end(long pauseAfter, boolean last) {
        float[] tail = amplified(trim.finish(pauseAfter));
        long rest = last ? Math.max(0, pauseAfter - tail.length) : 0;
        int begunRest = atMostASecond(rest);
        sound = joined(tail, new float[begunRest]);
        silenceAfter = rest - begunRest;
        over = true;
        ended = true;
    }

    private float[] takeSound() {
        float[] samples = sound;
        sound = new float[0];
        return samples;
    }

    private int atMostASecond(long samples) {
        return (int) Math.min(samples, sampleRate);
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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

    /** Of the pause after the utterance, what it has in it already; known after {@link #end}. */
    long begunPause() {
        return trim.tailLength();
    }

    /**
     * Where the voice's first sample lies, counted from the first sample of this utterance's audio, or nothing as long as
     * that is not known; less than 0 if silence was taken away.
     */
    OptionalLong voiceStart() {
        return begun
                ? OptionalLong.of(pauseLength - trim.leadLength() - trim.dropped() - skipped)
                : OptionalLong.empty();
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
