package dev.sixtyfold.speech.dsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stockham's self-sorting transform of lengths made of the factors 2, 3, 4 and 5, decimated in frequency. The lanes are the
 * innermost dimension of every stage, so the inner loops are long, contiguous and the same for all elements, and the
 * compiler turns them into vector instructions.
 *
 * <p>C. Van Loan, "Computational Frameworks for the Fast Fourier Transform", SIAM 1992, section 1.7.
 */
public final class StockhamLaneFft implements LaneFft {

    private static final float SIN_60 = (float) Math.sin(Math.PI / 3);
    private static final float COS_72 = (float) Math.cos(2 * Math.PI / 5);
    private static final float SIN_72 = (float) Math.sin(2 * Math.PI / 5);
    private static final float COS_144 = (float) Math.cos(4 * Math.PI / 5);
    private static final float SIN_144 = (float) Math.sin(4 * Math.PI / 5);

    private final int size;
    private final int lanes;
    private final List<Stage> stages;
    private final float[] scratchRe;
    private final float[] scratchIm;

    /**
     * @param size
     *            a product of 2, 3 and 5
     * @param lanes
     *            at least 1
     */
    public StockhamLaneFft(int size, int lanes) {
        this.size = size;
        this.lanes = lanes;
        this.stages = stages(size, lanes);
        this.scratchRe = new float[size * lanes];
        this.scratchIm = new float[size * lanes];
    }

    private static List<Stage> stages(int size, int lanes) {
        List<Stage> stages = new ArrayList<>();
        int remaining = size;
        int stride = lanes;
        // Odd factors first: they lengthen the inner loops soonest.
        for (int radix : new int[]{5, 3, 4, 2}) {
            while (remaining % radix == 0) {
                stages.add(Stage.of(radix, remaining, stride));
                remaining /= radix;
                stride *= radix;
            }
        }
        if (remaining != 1) {
            throw new IllegalArgumentException("transform length " + size + " is not a product of 2, 3 and 5");
        }
        return List.copyOf(stages);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void transform(float[] re, float[] im) {
        float[] fromRe = re;
        float[] fromIm = im;
        float[] toRe = scratchRe;
        float[] toIm = scratchIm;
        for (Stage stage : stages) {
            stage.run(fromRe, fromIm, toRe, toIm);
            float[] swapRe = fromRe;
            float[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (stages.size() % 2 == 1) { // each stage changes sides: the last one wrote into the scratch memory
            System.arraycopy(scratchRe, 0, re, 0, size * lanes);
            System.arraycopy(scratchIm, 0, im, 0, size * lanes);
        }
    }

    /**
     * One pass over the data: {@code groups} butterflies of {@code radix} legs, each over {@code stride} neighbours that
     * share their twiddle factors.
     *
     * @param twiddleRe
     *            {@code [groups][radix]}, factor of each leg's result; owned by the stage
     * @param twiddleIm
     *            likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stage(int radix, int groups, int stride, float[] twiddleRe, float[] twiddleIm) {

        static Stage of(int radix, int length, int stride) {
            int groups = length / radix;
            float[] re = new float[length];
            float[] im = new float[length];
            for (int group = 0; group < groups; group++) {
                for (int leg = 0; leg < radix; leg++) {
                    double angle = -2 * Math.PI * group * leg / length;
                    re[group * radix + leg] = (float) Math.cos(angle);
                    im[group * radix + leg] = (float) Math.sin(angle);
                }
            }
            return new Stage(radix, groups, stride, re, im);
        }

        void run(float[] xr, float[] xi, float[] yr, float[] yi) {
            for (int group = 0; group < groups; group++) {
                int from = group * stride;
                int leg = groups * stride;
                int to = group * radix * stride;
                float[] wr = Arrays.copyOfRange(twiddleRe, group * radix, group * radix + radix);
                float[] wi = Arrays.copyOfRange(twiddleIm, group * radix, group * radix + radix);
                switch (radix) {
                    case 2 -> two(xr, xi, yr, yi, from, leg, to, stride, wr[1], wi[1]);
                    case 3 -> three(xr, xi, yr, yi, from, leg, to, stride, wr, wi);
                    case 4 -> four(xr, xi, yr, yi, from, leg, to, stride, wr, wi);
                    case 5 -> five(xr, xi, yr, yi, from, leg, to, stride, wr, wi);
                    default -> throw new IllegalStateException("radix " + radix);
                }
            }
        }

        private static void two(float[] xr, float[] xi, float[] yr, float[] yi, int from, int leg, int to, int stride,
                float wr, float wi) {
            for (int q = 0; q < stride; q++) {
                int i = from + q;
                int o = to + q;
                float ar = xr[i];
                float ai = xi[i];
                float br = xr[i + leg];
                float bi = xi[i + leg];
                yr[o] = ar + br;
                yi[o] = ai + bi;
                float dr = ar - br;
                float di = ai - bi;
                yr[o + stride] = dr * wr - di * wi;
                yi[o + stride] = dr * wi + di * wr;
            }
        }

        private static void three(float[] xr, float[] xi, float[] yr, float[] yi, int from, int leg, int to, int stride,
                float[] wr, float[] wi) {
            float w1r = wr[1];
            float w1i = wi[1];
            float w2r = wr[2];
            float w2i = wi[2];
            for (int q = 0; q < stride; q++) {
                int i = from + q;
                int o = to + q;
                float sumR = xr[i + leg] + xr[i + 2 * leg];
                float sumI = xi[i + leg] + xi[i + 2 * leg];
                float turnR = SIN_60 * (xi[i + leg] - xi[i + 2 * leg]);
                float turnI = -SIN_60 * (xr[i + leg] - xr[i + 2 * leg]);
                float restR = xr[i] - 0.5f * sumR;
                float restI = xi[i] - 0.5f * sumI;
                yr[o] = xr[i] + sumR;
                yi[o] = xi[i] + sumI;
                float r1 = restR + turnR;
                float i1 = restI + turnI;
                float r2 = restR - turnR;
                float i2 = restI - turnI;
                yr[o + stride] = r1 * w1r - i1 * w1i;
                yi[o + stride] = r1 * w1i + i1 * w1r;
                yr[o + 2 * stride] = r2 * w2r - i2 * w2i;
                yi[o + 2 * stride] = r2 * w2i + i2 * w2r;
            }
        }

        private static void four(float[] xr, float[] xi, float[] yr, float[] yi, int from, int leg, int to, int stride,
                float[] wr, float[] wi) {
            float w1r = wr[1];
            float w1i = wi[1];
            float w2r = wr[2];
            float w2i = wi[2];
            float w3r = wr[3];
            float w3i = wi[3];
            for (int q = 0; q < stride; q++) {
                int i = from + q;
                int o = to + q;
                float evenR = xr[i] + xr[i + 2 * leg];
                float evenI = xi[i] + xi[i + 2 * leg];
                float diffR = xr[i] - xr[i + 2 * leg];
                float diffI = xi[i] - xi[i + 2 * leg];
                float oddR = xr[i + leg] + xr[i + 3 * leg];
                float oddI = xi[i + leg] + xi[i + 3 * leg];
                float turnR = xi[i + leg] - xi[i + 3 * leg];
                float turnI = xr[i + 3 * leg] - xr[i + leg];
                yr[o] = evenR + oddR;
                yi[o] = evenI + oddI;
                float r1 = diffR + turnR;
                float i1 = diffI + turnI;
                float r2 = evenR - oddR;
                float i2 = evenI - oddI;
                float r3 = diffR - turnR;
                float i3 = diffI - turnI;
                yr[o + stride] = r1 * w1r - i1 * w1i;
                yi[o + stride] = r1 * w1i + i1 * w1r;
                yr[o + 2 * stride] = r2 * w2r - i2 * w2i;
                yi[o + 2 * stride] = r2 * w2i + i2 * w2r;
                yr[o + 3 * stride] = r3 * w3r - i3 * w3i;
                yi[o + 3 * stride] = r3 * w3i + i3 * w3r;
            }
        }

        private static void five(float[] xr, float[] xi, float[] yr, float[] yi, int from, int leg, int to, int stride,
                float[] wr, float[] wi) {
            float w1r = wr[1];
            float w1i = wi[1];
            float w2r = wr[2];
            float w2i = wi[2];
            float w3r = wr[3];
            float w3i = wi[3];
            float w4r = wr[4];
            float w4i = wi[4];
            for (int q = 0; q < stride; q++) {
                int i = from + q;
                int o = to + q;
                float nearR = xr[i + leg] + xr[i + 4 * leg];
                float nearI = xi[i + leg] + xi[i + 4 * leg];
                float farR = xr[i + 2 * leg] + xr[i + 3 * leg];
                float farI = xi[i + 2 * leg] + xi[i + 3 * leg];
                float nearDiffR = xr[i + leg] - xr[i + 4 * leg];
                float nearDiffI = xi[i + leg] - xi[i + 4 * leg];
                float farDiffR = xr[i + 2 * leg] - xr[i + 3 * leg];
                float farDiffI = xi[i + 2 * leg] - xi[i + 3 * leg];
                float baseR1 = xr[i] + COS_72 * nearR + COS_144 * farR;
                float baseI1 = xi[i] + COS_72 * nearI + COS_144 * farI;
                float baseR2 = xr[i] + COS_144 * nearR + COS_72 * farR;
                float baseI2 = xi[i] + COS_144 * nearI + COS_72 * farI;
                float turnR1 = SIN_72 * nearDiffI + SIN_144 * farDiffI;
                float turnI1 = -SIN_72 * nearDiffR - SIN_144 * farDiffR;
                float turnR2 = SIN_144 * nearDiffI - SIN_72 * farDiffI;
                float turnI2 = -SIN_144 * nearDiffR + SIN_72 * farDiffR;
                yr[o] = xr[i] + nearR + farR;
                yi[o] = xi[i] + nearI + farI;
                float r1 = baseR1 + turnR1;
                float i1 = baseI1 + turnI1;
                float r2 = baseR2 + turnR2;
                float i2 = baseI2 + turnI2;
                float r3 = baseR2 - turnR2;
                float i3 = baseI2 - turnI2;
                float r4 = baseR1 - turnR1;
                float i4 = baseI1 - turnI1;
                yr[o + stride] = r1 * w1r - i1 * w1i;
                yi[o + stride] = r1 * w1i + i1 * w1r;
                yr[o + 2 * stride] = r2 * w2r - i2 * w2i;
                yi[o + 2 * stride] = r2 * w2i + i2 * w2r;
                yr[o + 3 * stride] = r3 * w3r - i3 * w3i;
                yi[o + 3 * stride] = r3 * w3i + i3 * w3r;
                yr[o + 4 * stride] = r4 * w4r - i4 * w4i;
                yi[o + 4 * stride] = r4 * w4i + i4 * w4r;
            }
        }
    }
}
