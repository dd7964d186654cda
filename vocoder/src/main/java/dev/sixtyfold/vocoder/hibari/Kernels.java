package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.PlainLaneFft;
import dev.sixtyfold.speech.dsp.RealFft;
import dev.sixtyfold.speech.dsp.RowColumnFft;

/**
 * The arithmetic of the signal processing, in one of two forms that give the same sound, and its working memory: for one
 * thread at a time, and any utterance.
 *
 * @param even
 *            samples 0, 2, 4, … of a frame
 * @param odd
 *            samples 1, 3, 5, …
 * @param samples
 *            of a block
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, written to by whoever has the kernels
record Kernels(PulseTrain pulses, SpectrumMixer mixer, RealFft fft, float[] even, float[] odd, Spectrum noise,
        Spectrum spectrum, SampleBuffer samples) {

    private static final int HALF = HibariGeometry.WINDOW / 2;

    private Kernels(PulseTrain pulses, SpectrumMixer mixer, RealFft fft) {
        this(pulses, mixer, fft, new float[HALF], new float[HALF], Spectrum.empty(), Spectrum.empty(),
                new SampleBuffer());
    }

    /** By the formulas, slow: what the fast ones are held against. */
    static Kernels plain() {
        return new Kernels(new PlainPulseTrain(), new PlainSpectrumMixer(), new RealFft(new PlainLaneFft(HALF, 1)));
    }

    static Kernels fast() {
        return new Kernels(new FastPulseTrain(), new FastSpectrumMixer(), new RealFft(new RowColumnFft(HALF)));
    }
}
