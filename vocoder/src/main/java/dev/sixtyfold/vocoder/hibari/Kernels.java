package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.PlainLaneFft;
import dev.sixtyfold.speech.dsp.RealLaneFft;
import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import java.util.function.Function;

/**
 * The arithmetic of the signal processing, in one of two forms that give the same sound.
 *
 * @param pulses
 *            makes the pulse train of an utterance from its f0 contour
 */
record Kernels(Function<PitchContour, PulseTrain> pulses, SpectrumMixer mixer, RealLaneFft fft) {

    /** Frames that are transformed side by side. */
    static final int LANES = 8;

    /** By the formulas, slow: what the fast ones are held against. */
    static Kernels plain() {
        return new Kernels(PlainPulseTrain::new, new PlainSpectrumMixer(),
                new RealLaneFft(new PlainLaneFft(HibariGeometry.WINDOW / 2, LANES)));
    }

    static Kernels fast() {
        return new Kernels(FastPulseTrain::new, new FastSpectrumMixer(),
                new RealLaneFft(new StockhamLaneFft(HibariGeometry.WINDOW / 2, LANES)));
    }
}
