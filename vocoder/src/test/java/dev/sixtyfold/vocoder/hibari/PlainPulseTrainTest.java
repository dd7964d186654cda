package dev.sixtyfold.vocoder.hibari;

class PlainPulseTrainTest extends PulseTrainTest {
    @Override
    PulseTrain train(PitchContour contour) {
        return new PlainPulseTrain(contour);
    }
}
