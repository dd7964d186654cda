package dev.sixtyfold.vocoder.hibari;

/**
 * Makes the samples of one utterance from the spectral parts of its frames, which arrive in order and in any number at a
 * time.
 */
final class HarmonicPlusNoise {

    private static final int HOP = HibariGeometry.HOP;

    private final int frameCount;
    private final long noiseSeed;
    private final NoiseTable noiseTable;
    private final PulseFrames pulses;
    private final OverlapAdd overlapAdd;
    private int done;

    /**
     * @param f0
     *            in Hz, one value for each frame of the utterance
     */
    HarmonicPlusNoise(float[] f0, long noiseSeed, NoiseTable noiseTable) {
        this.frameCount = f0.length;
        this.noiseSeed = noiseSeed;
        this.noiseTable = noiseTable;
        this.pulses = new PulseFrames(new PitchContour(f0), f0.length);
        this.overlapAdd = new OverlapAdd(f0.length);
    }

    /** Passes over the next frames: samples that they reach are without them. */
    void skip(int count) {
        overlapAdd.skip(count);
        done += count;
    }

    /**
     * Takes the next frames and writes the samples that have become final, at the end of the utterance all the rest.
     *
     * @param parts
     *            {@link HibariGeometry#PARTS} numbers a frame, frame after frame
     * @param count
     *            frames to take
     * @param kernels
     *            any
     * @param out
     *            receives them from {@code offset} on, {@link #samplesOf} at most
     * @return how many they are
     */
    int push(float[] parts, int count, Kernels kernels, float[] out, int offset) {
        boolean last = done + count == frameCount;
        int written = offset;
        for (int i = 0; i < count; i++) {
            transform(parts, i * HibariGeometry.PARTS, kernels);
            if (overlapAdd.add(kernels.even(), kernels.odd(), out, written)) {
                written += HOP;
            }
            done++;
        }
        if (last) {
            written = overlapAdd.flush(out, written);
        }
        return written - offset;
    }

    /** The most samples that so many frames make final. */
    static int samplesOf(int frames) {
        return (frames + OverlapAdd.FRAMES_AFTER_A_HOP) * HOP;
    }

    /** Leaves the next frame's samples in the kernels' memory. One without pulses needs no transform of them. */
    private void transform(float[] parts, int offset, Kernels kernels) {
        Spectrum spectrum = kernels.spectrum();
        boolean voiced = pulses.frame(done, kernels.pulses(), kernels.even(), kernels.odd());
        if (voiced) {
            kernels.fft().forward(kernels.even(), kernels.odd(), spectrum.re(), spectrum.im());
        }
        noiseTable.fill(NoiseTable.frameKey(noiseSeed, done), kernels.noise());
        kernels.mixer().mix(parts, offset, voiced, kernels.noise(), spectrum);
        kernels.fft().inverse(spectrum.re(), spectrum.im(), kernels.even(), kernels.odd());
    }
}
