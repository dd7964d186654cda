package dev.sixtyfold.synthesis;

import java.util.Arrays;

/**
 * Makes the pause around an utterance as long as was asked: the silence that the voice makes by itself is taken away, and
 * what is left of the asked one is put in its place. A pause counts from the last sample of a sound to the first of the
 * next. Used by one thread.
 */
final class SilenceTrim {

    /** -50 dB of full scale: below any sound of speech, above the noise of a pause. */
    static final float AUDIBLE = 0.003f;
    /** A sound fades out and in within the pause: what is that quiet belongs to it still. */
    private static final double FADE_OUT_SECONDS = 0.04;
    private static final double FADE_IN_SECONDS = 0.03;

    private final int longestFadeOut;
    /** What may be kept of the quiet samples before the first sound; less than 0 to keep all. */
    private final int fadeIn;
    private float[] held = {};
    /** Whether a sound has been heard. */
    private boolean heard;
    private int dropped;
    private int leadLength;
    private int tailLength;

    /**
     * @param pauseBefore
     *            in samples, as much of it as is still to come; less than 0 where the voice's own silence stays
     */
    SilenceTrim(int sampleRate, long pauseBefore) {
        this.fadeIn = pauseBefore < 0 ? -1 : (int) Math.min(pauseBefore, Math.round(FADE_IN_SECONDS * sampleRate));
        this.longestFadeOut = (int) Math.round(FADE_OUT_SECONDS * sampleRate);
    }

    /** Takes samples of the voice and returns those that are certain to be heard. */
    float[] push(float[] samples) {
        boolean keepsLead = fadeIn < 0;
        int last = lastAudible(samples);
        if (last < 0 && !heard) {
            return keepsLead ? samples : holdLead(samples, samples.length);
        }
        if (last < 0) {
            return hold(samples, 0);
        }
        int first = 0;
        if (!heard && !keepsLead) {
            while (Math.abs(samples[first]) < AUDIBLE) {
                first++;
            }
            holdLead(samples, first);
            fade(held, false);
            leadLength = held.length;
        }
        heard = true;
        float[] certain = joined(held, samples, first, last + 1);
        held = new float[0];
        hold(samples, last + 1);
        return certain;
    }

    /**
     * After the last sample: what is left of the sound, and of the silence after it.
     *
     * @param pauseAfter
     *            in samples; less than 0 where the voice's own silence stays
     */
    float[] finish(long pauseAfter) {
        if (!heard) {
            return new float[0];
        }
        if (pauseAfter < 0) {
            tailLength = held.length;
            return held;
        }
        float[] rest = Arrays.copyOf(held, (int) Math.min(held.length, Math.min(pauseAfter / 2, longestFadeOut)));
        fade(rest, true);
        tailLength = rest.length;
        return rest;
    }

    /** Samples at the beginning that were taken away so far. */
    int dropped() {
        return dropped;
    }

    /** Quiet samples before the first sound that were kept of the pause before it. */
    int leadLength() {
        return leadLength;
    }

    /** Quiet samples after the last sound that are part of the pause after it; known at the end. */
    int tailLength() {
        return tailLength;
    }

    private float[] holdLead(float[] samples, int length) {
        float[] before = joined(held, samples, 0, length);
        int kept = Math.min(before.length, fadeIn);
        dropped += before.length - kept;
        held = Arrays.copyOfRange(before, before.length - kept, before.length);
        return new float[0];
    }

    private float[] hold(float[] samples, int from) {
        held = joined(held, samples, from, samples.length);
        return new float[0];
    }

    private static void fade(float[] samples, boolean out) {
        for (int n = 0; n < samples.length; n++) {
            int fromSilence = out ? samples.length - n : n + 1;
            samples[n] *= (float) fromSilence / (samples.length + 1);
        }
    }

    private static int lastAudible(float[] samples) {
        int last = samples.length - 1;
        while (last >= 0 && Math.abs(samples[last]) < AUDIBLE) {
            last--;
        }
        return last;
    }

    private static float[] joined(float[] first, float[] second, int from, int to) {
        float[] both = Arrays.copyOf(first, first.length + to - from);
        System.arraycopy(second, from, both, first.length, to - from);
        return both;
    }
}
