package dev.sixtyfold.vocoder.hibari;

/** f0 at sample rate: linear between the centres of the frames, constant beyond the first and the last. */
final class PitchContour {

    private static final int HOP = HibariGeometry.HOP;

    private final float[] f0;

    /**
     * @param f0
     *            in Hz, one value a frame
     */
    PitchContour(float[] f0) {
        this.f0 = f0;
    }

    /** Writes f0 in Hz for each of the {@link HibariGeometry#HOP} samples of a frame. */
    void frame(int frame, float[] out) {
        float here = f0[frame];
        float before = f0[Math.max(0, frame - 1)];
        float after = f0[Math.min(f0.length - 1, frame + 1)];
        for (int j = 0; j < HOP / 2; j++) {
            float weight = (j + 0.5f) / HOP + 0.5f;
            out[j] = before * (1 - weight) + here * weight;
        }
        for (int j = HOP / 2; j < HOP; j++) {
            float weight = (j + 0.5f) / HOP - 0.5f;
            out[j] = here * (1 - weight) + after * weight;
        }
    }
}
