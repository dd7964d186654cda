/**
 * The hibari family: a convolutional network predicts five spectral parts for each frame of 12.5 ms, and signal processing
 * makes a waveform of them: a pulse train filtered by the harmonic part, shaped noise, and a part with a phase of its own.
 *
 * <p>With the parts {@code lh, theta, ln, lr, phi} of a bin, the spectrum of the pulse train {@code E} and complex Gaussian
 * noise {@code Z} of unit variance in each component:
 * <pre>S = exp(min(lh, 7)) exp(i pi tanh(theta)) E + exp(min(ln, 7)) Z + exp(min(lr, 7)) exp(i phi)</pre>
 * and the samples are the inverse short-time Fourier transform of {@code S}: Hann window of 1200, hop of 300, at 24 kHz. The
 * formulas are the interface that the voice's package documents for ports.
 */
@NullMarked
package dev.sixtyfold.vocoder.hibari;

import org.jspecify.annotations.NullMarked;
