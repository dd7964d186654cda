package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.RealLaneFft;
import java.util.Arrays;

/**
 * Makes the samples of one utterance from the spectral parts of its frames, which arrive in order and in any number at a
 * time. {@link Kernels#LANES} frames are transformed side by side; a frame's result does not depend on its neighbours.
 */
final class HarmonicPlusNoise {

    private static final int HOP = HibariGeometry.HOP;
    private static final int WINDOW = HibariGeometry.WINDOW;
    private static final int LANES = Kernels.LANES;

    private final int frameCount;
    private final long noiseSeed;
    private final NoiseTable noiseTable;
    private final SpectrumMixer mixer;
    private final RealLaneFft fft;
    private final PulseFrames pulses;
    private final OverlapAdd overlapAdd;
    private final float[] even = new float[WINDOW / 2 * LANES];
    private final float[] odd = new float[WINDOW / 2 * LANES];
    private final Spectrum noise = Spectrum.empty();
    private final Spectrum spectrum = Spectrum.empty();
    private final boolean[] voiced = new boolean[LANES];
    private int done;

    /**
     * @param f0
     *            in Hz, one value for each frame of the utterance
     */
    HarmonicPlusNoise(float[] f0, long noiseSeed, NoiseTable noiseTable, Kernels kernels) {
        this.frameCount = f0.length;
        this.noiseSeed = noiseSeed;
        this.noiseTable = noiseTable;
        this.mixer = kernels.mixer();
        this.fft = kernels.fft();
        this.pulses = new PulseFrames(kernels.pulses().apply(new PitchContour(f0)), f0.length);
        this.overlapAdd = new OverlapAdd(f0.length);
    }

    /**
     * Takes the next frames and returns the samples that have become final, at the end of the utterance all the rest.
     *
     * @param parts
     *            {@link HibariGeometry#PARTS} numbers a frame, frame after frame
     * @param from
     *            first frame in {@code parts} to take
     * @param count
     *            frames to take
     */
    float[] push(float[] parts, int from, int count) {
        int finalBefore = finalHops(done);
        boolean last = done + count == frameCount;
        float[] out = new float[((last ? frameCount : finalHops(done + count)) - finalBefore) * HOP];
        int written = 0;
        for (int at = 0; at < count; at += LANES) {
            int frames = Math.min(LANES, count - at);
            transformGroup(parts, from + at, frames);
            for (int i = 0; i < frames; i++) {
                if (overlapAdd.add(even, odd, i, LANES, out, written)) {
                    written += HOP;
                }
            }
            done += frames;
        }
        if (last) {
            overlapAdd.flush(out, written);
        }
        return out;
    }

    private static int finalHops(int frames) {
        return Math.max(0, frames - 2);
    }

    /** Leaves the frames' samples in {@code even} and {@code odd}. Frames without pulses need no transform of them. */
    private void transformGroup(float[] parts, int from, int frames) {
        boolean any = false;
        for (int i = 0; i < frames; i++) {
            voiced[i] = pulses.frame(done + i, even, odd, i, LANES);
            any |= voiced[i];
        }
        if (any) {
            fft.forward(even, odd);
        }
        for (int i = 0; i < frames; i++) {
            if (voiced[i]) {
                fft.read(even, odd, i, spectrum.re(), spectrum.im());
            } else {
                Arrays.fill(spectrum.re(), 0);
                Arrays.fill(spectrum.im(), 0);
            }
            noiseTable.fill(NoiseTable.frameKey(noiseSeed, done + i), noise.re(), noise.im());
            mixer.mix(parts, (from + i) * HibariGeometry.PARTS, noise, spectrum);
            fft.write(spectrum.re(), spectrum.im(), i, even, odd);
        }
        fft.inverse(even, odd);
    }
}
