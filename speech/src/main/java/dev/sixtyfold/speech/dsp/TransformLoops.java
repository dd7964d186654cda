package dev.sixtyfold.speech.dsp;

/** One number after another. */
final class TransformLoops implements TransformKernels {

    static final TransformLoops INSTANCE = new TransformLoops();

    private TransformLoops() {}

    @Override
    public void transpose(float[] x, int at, int distance, float[] y, int target) {
        for (int row = 0; row < VectorUnit.MULTIPLE; row++) {
            for (int column = 0; column < VectorUnit.MULTIPLE; column++) {
                y[target + column * VectorUnit.MULTIPLE + row] = x[at + row * distance + column];
            }
        }
    }

    @Override
    public void split(float[] even, float[] odd, float[] cosine, float[] sine, float[] re, float[] im) {
        int n = cosine.length;
        for (int k = 1; k < n; k++) {
            float difRe = even[k] - even[n - k];
            float difIm = odd[k] + odd[n - k];
            re[k] = (even[k] + even[n - k]) * 0.5f + difIm * cosine[k] - difRe * sine[k];
            im[k] = (odd[k] - odd[n - k]) * 0.5f - difRe * cosine[k] - difIm * sine[k];
        }
    }

    @Override
    public void join(float[] re, float[] im, float[] cosine, float[] sine, float[] even, float[] odd) {
        int n = cosine.length;
        for (int k = 1; k < n; k++) {
            float difRe = re[k] - re[n - k];
            float difIm = im[k] + im[n - k];
            even[k] = (re[k] + re[n - k]) * 0.5f - difIm * cosine[k] - difRe * sine[k];
            odd[k] = (im[k] - im[n - k]) * 0.5f + difRe * cosine[k] - difIm * sine[k];
        }
    }
}
