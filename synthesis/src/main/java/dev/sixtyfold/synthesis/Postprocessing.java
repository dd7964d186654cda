package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.dsp.PeakLimiter;
import dev.sixtyfold.speech.dsp.PolyphaseResampler;
import java.util.Arrays;

/**
 * From the vocoder's samples to what an encoder accepts: gain, watermark stage, sample rate, limit. Holds the state of each
 * across the chunks and utterances of one request. Used by one thread at a time.
 */
final class Postprocessing {

    private static final float FULL_SCALE = 1;

    private final float gain;
    private final WatermarkStage.Stream watermark;
    private final int sampleRate;
    private final PolyphaseResampler resampler;
    private final boolean resamples;
    private final PeakLimiter limiter;
    private long samples;

    Postprocessing(double gainDb, WatermarkStage.Stream watermark, int voiceRate, int sampleRate) {
        this.gain = (float) Math.pow(10, gainDb / 20);
        this.watermark = watermark;
        this.sampleRate = sampleRate;
        this.resampler = new PolyphaseResampler(voiceRate, sampleRate);
        this.resamples = voiceRate != sampleRate;
        this.limiter = new PeakLimiter(FULL_SCALE, sampleRate);
    }

    StampedAudio push(AudioChunk voice) {
        StampedAudio stamped = watermark.push(amplified(voice));
        float[] resampled = resamples ? resampler.push(stamped.audio().samples()) : stamped.audio().samples();
        return finished(stamped, limiter.push(resampled));
    }

    /** After the last chunk: what the stages still held. */
    StampedAudio flush() {
        StampedAudio stamped = watermark.flush();
        float[] last = stamped.audio().samples();
        float[] resampled = resamples ? concatenated(resampler.push(last), resampler.flush()) : last;
        return finished(stamped, concatenated(limiter.push(resampled), limiter.flush()));
    }

    /** Samples that have come out so far. */
    long samples() {
        return samples;
    }

    /** Samples that were louder than full scale and were limited. */
    long limitedSamples() {
        return limiter.limitedSamples();
    }

    private StampedAudio finished(StampedAudio stamped, float[] limited) {
        samples += limited.length;
        return stamped.derive(new AudioChunk(limited, sampleRate));
    }

    private AudioChunk amplified(AudioChunk voice) {
        if (gain == 1) {
            return voice;
        }
        float[] louder = new float[voice.length()];
        for (int n = 0; n < louder.length; n++) {
            louder[n] = gain * voice.samples()[n];
        }
        return new AudioChunk(louder, voice.sampleRate());
    }

    private static float[] concatenated(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
