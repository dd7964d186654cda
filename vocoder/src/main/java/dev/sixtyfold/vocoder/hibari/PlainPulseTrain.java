package dev.sixtyfold.vocoder.hibari;

/** The formula as it stands, in double precision. */
final class PlainPulseTrain implements PulseTrain {

    private final float[] f0 = new float[HibariGeometry.HOP];

    @Override
    public boolean next(PulsePhase utterance, float[] out, int offset) {
        utterance.nextFrame(f0);
        double turns = utterance.turns();
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
        utterance.reach(turns);
        return any;
    }
}
