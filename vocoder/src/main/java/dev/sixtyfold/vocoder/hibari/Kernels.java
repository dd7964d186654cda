package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.PlainLaneFft;
import dev.sixtyfold.speech.dsp.RealFft;
import dev.sixtyfold.speech.dsp.RowColumnFft;
import java.util.function.Function;

/**
 * The arithmetic of the signal processing, in one of two forms that give the same sound.
 *
 * @param pulses
 *            makes the pulse train of an utterance from its f0 contour
 */
record Kernels(Function<PitchContour, PulseTrain> pulses, SpectrumMixer mixer, RealFft fft) {

    /** By the formulas, slow: what the fast ones are held against. */
    static Kernels plain() {
        return new Kernels(PlainPulseTrain::new, new PlainSpectrumMixer(),
                new RealFft(new PlainLaneFft(HibariGeometry.WINDOW / 2, 1)));
    }

    static Kernels fast() {
        return new Kernels(FastPulseTrain::new, new FastSpectrumMixer(),
                new RealFft(new RowColumnFft(HibariGeometry.WINDOW / 2)));
    }
}
