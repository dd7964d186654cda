package dev.sixtyfold.synthesis;

import java.time.Duration;

/**
 * Notes when a request's first samples were there, and when who plays them at once hears the first sound. Used by one thread
 * at a time.
 */
final class FirstSound {

    private final double audible;
    private final int sampleRate;
    private long samples;
    private long audioNanos;
    private long soundNanos;
    /** When the samples so far will have been played. */
    private double playedNanos;

    /**
     * @param gainDb
     *            that the samples come with
     */
    FirstSound(double gainDb, int sampleRate) {
        this.audible = SilenceTrim.AUDIBLE * Math.pow(10, gainDb / 20);
        this.sampleRate = sampleRate;
    }

    /**
     * The next samples are there.
     *
     * @param nanos
     *            since the request arrived
     */
    void delivered(float[] audio, long nanos) {
        if (samples == 0) {
            audioNanos = nanos;
        }
        samples += audio.length;
        if (soundNanos > 0) {
            return;
        }
        double start = Math.max(playedNanos, (double) nanos);
        for (int n = 0; n < audio.length; n++) {
            if (Math.abs(audio[n]) >= audible) {
                soundNanos = Math.round(start + nanos(n));
                return;
            }
        }
        playedNanos = start + nanos(audio.length);
    }

    private double nanos(int length) {
        return length * 1e9 / sampleRate;
    }

    /** Zero if there were no samples. */
    Duration timeToFirstAudio() {
        return Duration.ofNanos(audioNanos);
    }

    /** Zero if there was no sound. */
    Duration timeToFirstSound() {
        return Duration.ofNanos(soundNanos);
    }
}
