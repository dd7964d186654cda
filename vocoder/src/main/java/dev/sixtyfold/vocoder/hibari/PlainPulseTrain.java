package dev.sixtyfold.vocoder.hibari;

/** The formula as it stands, in double precision. */
final class PlainPulseTrain implements PulseTrain {

    private final PitchContour contour;
    private final float[] f0 = new float[HibariGeometry.HOP];
    private int frame;
    private double turns;

    PlainPulseTrain(PitchContour contour) {
        this.contour = contour;
    }

    @Override
    public boolean next(float[] out, int offset) {
        contour.frame(frame++, f0);
        boolean any = false;
        for (int j = 0; j < f0.length; j++) {
            boolean voiced = f0[j] > VOICED_ABOVE;
            double hertz = Math.max(f0[j], VOICED_ABOVE);
            turns += hertz / HibariGeometry.SAMPLE_RATE;
            turns -= Math.floor(turns);
            double phase = 2 * Math.PI * turns;
            double order = Math.floor(HIGHEST / hertz) + 0.5;
            double denominator = 2 * Math.sin(phase / 2);
            double sum = Math.abs(denominator) <= NEAR_ZERO ? order : Math.sin(order * phase) / denominator;
            out[offset + j] = voiced ? (float) (sum - 0.5) : 0;
            any |= voiced;
        }
        return any;
    }
}
