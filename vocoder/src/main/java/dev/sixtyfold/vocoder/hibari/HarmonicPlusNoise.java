package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.LaneFft;
import java.util.Arrays;

/**
 * Makes the samples of one utterance from the spectral parts of its frames, which arrive in order and in any number at a
 * time. Two frames share one complex transform, one as its real and one as its imaginary part, and {@link Kernels#LANES}
 * transforms run side by side; a frame's result does not depend on what it shares them with.
 */
final class HarmonicPlusNoise {

    private static final int HOP = HibariGeometry.HOP;
    private static final int WINDOW = HibariGeometry.WINDOW;
    private static final int BINS = HibariGeometry.BINS;
    private static final int LANES = Kernels.LANES;

    /** Frames that are transformed together. */
    private static final int GROUP = 2 * LANES;

    private final int frameCount;
    private final long noiseSeed;
    private final NoiseTable noiseTable;
    private final SpectrumMixer mixer;
    private final LaneFft fft;
    private final PulseFrames pulses;
    private final OverlapAdd overlapAdd;
    private final float[] re = new float[WINDOW * LANES];
    private final float[] im = new float[WINDOW * LANES];
    private final Spectrum noise = Spectrum.empty();
    private final Spectrum[] spectra = new Spectrum[GROUP];
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
        Arrays.setAll(spectra, i -> Spectrum.empty());
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
        for (int at = 0; at < count; at += GROUP) {
            int frames = Math.min(GROUP, count - at);
            transformGroup(parts, from + at, frames);
            for (int i = 0; i < frames; i++) {
                if (overlapAdd.add(i < LANES ? re : im, i % LANES, LANES, 1f / WINDOW, out, written)) {
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

    /** Leaves the frames' samples in {@code re} (the first {@link Kernels#LANES}) and {@code im} (the others). */
    private void transformGroup(float[] parts, int from, int frames) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int i = 0; i < frames; i++) {
            pulses.frame(done + i, i < LANES ? re : im, i % LANES, LANES);
        }
        fft.transform(re, im);
        for (int i = 0; i < frames; i++) {
            separate(i, spectra[i]);
            noiseTable.fill(NoiseTable.frameKey(noiseSeed, done + i), noise.re(), noise.im());
            mixer.mix(parts, (from + i) * HibariGeometry.PARTS, noise, spectra[i]);
        }
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int i = 0; i < frames; i++) {
            unite(i, spectra[i]);
        }
        fft.transform(im, re); // exchanged: the inverse
    }

    /** The spectrum of one of the two real signals of a lane, by the symmetry of real signals' spectra. */
    private void separate(int i, Spectrum spectrum) {
        int lane = i % LANES;
        boolean first = i < LANES;
        for (int bin = 0; bin < BINS; bin++) {
            int at = bin * LANES + lane;
            int mirror = (WINDOW - bin) % WINDOW * LANES + lane;
            if (first) {
                spectrum.re()[bin] = 0.5f * (re[at] + re[mirror]);
                spectrum.im()[bin] = 0.5f * (im[at] - im[mirror]);
            } else {
                spectrum.re()[bin] = 0.5f * (im[at] + im[mirror]);
                spectrum.im()[bin] = -0.5f * (re[at] - re[mirror]);
            }
        }
    }

    /** Adds a frame's spectrum to its lane so that its samples come out as real or as imaginary part. */
    private void unite(int i, Spectrum spectrum) {
        int lane = i % LANES;
        boolean first = i < LANES;
        for (int bin = 0; bin < BINS; bin++) {
            int at = bin * LANES + lane;
            float a = spectrum.re()[bin];
            float b = bin == 0 || bin == BINS - 1 ? 0 : spectrum.im()[bin]; // those two bins of a real signal are real
            int mirror = (WINDOW - bin) % WINDOW * LANES + lane;
            boolean mirrored = mirror != at;
            if (first) {
                re[at] += a;
                im[at] += b;
                if (mirrored) {
                    re[mirror] += a;
                    im[mirror] -= b;
                }
            } else {
                re[at] -= b;
                im[at] += a;
                if (mirrored) {
                    re[mirror] += b;
                    im[mirror] += a;
                }
            }
        }
    }
}
