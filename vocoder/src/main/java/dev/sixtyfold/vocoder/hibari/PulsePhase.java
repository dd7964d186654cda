package dev.sixtyfold.vocoder.hibari;

/** How far an utterance's pulse train has come. */
final class PulsePhase {

    private final PitchContour contour;
    private int frame;
    /** Whole turns left out. */
    private double turns;

    PulsePhase(PitchContour contour) {
        this.contour = contour;
    }

    /** Writes f0 of the next frame's samples. */
    void nextFrame(float[] f0) {
        contour.frame(frame++, f0);
    }

    double turns() {
        return turns;
    }

    /** Where the next sample begins. */
    void reach(double turns) {
        this.turns = turns - Math.floor(turns);
    }
}
