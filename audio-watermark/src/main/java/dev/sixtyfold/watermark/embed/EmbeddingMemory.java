package dev.sixtyfold.watermark.embed;

import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.util.Arrays;

/**
 * What a {@link WatermarkEmbedder} works with: the tables of its transform and its buffers, which may serve one stream after
 * another. Used by one thread at a time.
 */
public final class EmbeddingMemory {

    /** Frames that the buffers hold. */
    private static final int FRAMES = 16;

    final FrameTransform transform;
    final int channels;
    /** {@code [channel][sample]} */
    final float[][] input;
    final float[][] change;
    /** Of the two slots that came last. */
    final SlotSpectrum[] spectra;

    /**
     * For streams of one form.
     *
     * @param sampleRate
     *            in Hz, at least 1000
     * @param channels
     *            at least 1
     */
    public EmbeddingMemory(int sampleRate, int channels) {
        if (channels < 1) {
            throw new IllegalArgumentException(channels + " channels");
        }
        this.transform = new FrameTransform(sampleRate);
        this.channels = channels;
        int capacity = FRAMES * transform.size();
        this.input = new float[channels][capacity];
        this.change = new float[channels][capacity];
        this.spectra = new SlotSpectrum[]{new SlotSpectrum(channels, transform.size()),
            new SlotSpectrum(channels, transform.size())};
    }

    /** Forgets the last stream. */
    void clear() {
        for (int channel = 0; channel < channels; channel++) {
            Arrays.fill(input[channel], 0);
            Arrays.fill(change[channel], 0);
        }
    }

    /** Spectra of the two frames of a slot as {@link FrameTransform#pair} has them: {@code [channel][bin]}. */
    static final class SlotSpectrum {
        final float[][] re;
        final float[][] im;

        SlotSpectrum(int channels, int size) {
            this.re = new float[channels][size];
            this.im = new float[channels][size];
        }
    }
}
