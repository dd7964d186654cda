package dev.sixtyfold.vocoder.hibari;

class PlainPulseTrainTest extends PulseTrainTest {
    @Override
    PulseTrain train() {
        return new PlainPulseTrain();
    }
}
