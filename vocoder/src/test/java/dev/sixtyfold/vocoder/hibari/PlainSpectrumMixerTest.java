package dev.sixtyfold.vocoder.hibari;

class PlainSpectrumMixerTest extends SpectrumMixerTest {
    @Override
    SpectrumMixer mixer() {
        return new PlainSpectrumMixer();
    }
}
