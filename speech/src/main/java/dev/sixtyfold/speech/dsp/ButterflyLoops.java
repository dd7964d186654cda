package dev.sixtyfold.speech.dsp;

import static dev.sixtyfold.speech.dsp.Butterflies.COS_144;
import static dev.sixtyfold.speech.dsp.Butterflies.COS_72;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_144;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_60;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_72;

import dev.sixtyfold.speech.dsp.Butterflies.Rows;

/** One butterfly after another. */
final class ButterflyLoops implements ButterflyKernels {

    static final ButterflyLoops INSTANCE = new ButterflyLoops();

    private ButterflyLoops() {}

    @Override
    public void two(Butterflies pass, Rows from, Rows to, int rows, int length) {
        int groups = pass.groups();
        int stride = pass.stride();
        int leg = groups * stride * from.distance();
        int end = stride * to.distance();
        for (int group = 0; group < groups; group++) {
            float c1 = pass.cosine()[2 * group + 1];
            float s1 = pass.sine()[2 * group + 1];
            for (int row = 0; row < rows; row++) {
                int source = from.offset() + (group * stride + row) * from.distance();
                int target = to.offset() + (2 * group * stride + row) * to.distance();
                for (int j = 0; j < length; j++) {
                    float r0 = from.re()[source + j];
                    float i0 = from.im()[source + j];
                    float r1 = from.re()[source + leg + j];
                    float i1 = from.im()[source + leg + j];
                    to.re()[target + j] = r0 + r1;
                    to.im()[target + j] = i0 + i1;
                    float r = r0 - r1;
                    float i = i0 - i1;
                    turned(to, target + end + j, r, i, c1, s1);
                }
            }
        }
    }

    @Override
    public void three(Butterflies pass, Rows from, Rows to, int rows, int length) {
        int groups = pass.groups();
        int stride = pass.stride();
        int leg = groups * stride * from.distance();
        int end = stride * to.distance();
        for (int group = 0; group < groups; group++) {
            float c1 = pass.cosine()[3 * group + 1];
            float s1 = pass.sine()[3 * group + 1];
            float c2 = pass.cosine()[3 * group + 2];
            float s2 = pass.sine()[3 * group + 2];
            for (int row = 0; row < rows; row++) {
                int source = from.offset() + (group * stride + row) * from.distance();
                int target = to.offset() + (3 * group * stride + row) * to.distance();
                for (int j = 0; j < length; j++) {
                    float r0 = from.re()[source + j];
                    float i0 = from.im()[source + j];
                    float r1 = from.re()[source + leg + j];
                    float i1 = from.im()[source + leg + j];
                    float r2 = from.re()[source + 2 * leg + j];
                    float i2 = from.im()[source + 2 * leg + j];
                    float sumR = r1 + r2;
                    float sumI = i1 + i2;
                    float turnR = (i1 - i2) * SIN_60;
                    float turnI = (r2 - r1) * SIN_60;
                    float restR = r0 - sumR * 0.5f;
                    float restI = i0 - sumI * 0.5f;
                    to.re()[target + j] = r0 + sumR;
                    to.im()[target + j] = i0 + sumI;
                    float r = restR + turnR;
                    float i = restI + turnI;
                    int at = target + end + j;
                    turned(to, at, r, i, c1, s1);
                    r = restR - turnR;
                    i = restI - turnI;
                    at += end;
                    turned(to, at, r, i, c2, s2);
                }
            }
        }
    }

    @Override
    public void four(Butterflies pass, Rows from, Rows to, int rows, int length) {
        int groups = pass.groups();
        int stride = pass.stride();
        int leg = groups * stride * from.distance();
        int end = stride * to.distance();
        for (int group = 0; group < groups; group++) {
            float c1 = pass.cosine()[4 * group + 1];
            float s1 = pass.sine()[4 * group + 1];
            float c2 = pass.cosine()[4 * group + 2];
            float s2 = pass.sine()[4 * group + 2];
            float c3 = pass.cosine()[4 * group + 3];
            float s3 = pass.sine()[4 * group + 3];
            for (int row = 0; row < rows; row++) {
                int source = from.offset() + (group * stride + row) * from.distance();
                int target = to.offset() + (4 * group * stride + row) * to.distance();
                for (int j = 0; j < length; j++) {
                    float r0 = from.re()[source + j];
                    float i0 = from.im()[source + j];
                    float r1 = from.re()[source + leg + j];
                    float i1 = from.im()[source + leg + j];
                    float r2 = from.re()[source + 2 * leg + j];
                    float i2 = from.im()[source + 2 * leg + j];
                    float r3 = from.re()[source + 3 * leg + j];
                    float i3 = from.im()[source + 3 * leg + j];
                    float evenR = r0 + r2;
                    float evenI = i0 + i2;
                    float oddR = r1 + r3;
                    float oddI = i1 + i3;
                    to.re()[target + j] = evenR + oddR;
                    to.im()[target + j] = evenI + oddI;
                    float restR = r0 - r2;
                    float restI = i0 - i2;
                    float turnR = i1 - i3;
                    float turnI = r3 - r1;
                    float r = restR + turnR;
                    float i = restI + turnI;
                    int at = target + end + j;
                    turned(to, at, r, i, c1, s1);
                    r = evenR - oddR;
                    i = evenI - oddI;
                    at += end;
                    turned(to, at, r, i, c2, s2);
                    r = restR - turnR;
                    i = restI - turnI;
                    at += end;
                    turned(to, at, r, i, c3, s3);
                }
            }
        }
    }

    @Override
    public void five(Butterflies pass, Rows from, Rows to, int rows, int length) {
        int groups = pass.groups();
        int stride = pass.stride();
        int leg = groups * stride * from.distance();
        int end = stride * to.distance();
        for (int group = 0; group < groups; group++) {
            float c1 = pass.cosine()[5 * group + 1];
            float s1 = pass.sine()[5 * group + 1];
            float c2 = pass.cosine()[5 * group + 2];
            float s2 = pass.sine()[5 * group + 2];
            float c3 = pass.cosine()[5 * group + 3];
            float s3 = pass.sine()[5 * group + 3];
            float c4 = pass.cosine()[5 * group + 4];
            float s4 = pass.sine()[5 * group + 4];
            for (int row = 0; row < rows; row++) {
                int source = from.offset() + (group * stride + row) * from.distance();
                int target = to.offset() + (5 * group * stride + row) * to.distance();
                for (int j = 0; j < length; j++) {
                    float r0 = from.re()[source + j];
                    float i0 = from.im()[source + j];
                    float r1 = from.re()[source + leg + j];
                    float i1 = from.im()[source + leg + j];
                    float r2 = from.re()[source + 2 * leg + j];
                    float i2 = from.im()[source + 2 * leg + j];
                    float r3 = from.re()[source + 3 * leg + j];
                    float i3 = from.im()[source + 3 * leg + j];
                    float r4 = from.re()[source + 4 * leg + j];
                    float i4 = from.im()[source + 4 * leg + j];
                    float outerR = r1 + r4;
                    float outerI = i1 + i4;
                    float innerR = r2 + r3;
                    float innerI = i2 + i3;
                    to.re()[target + j] = r0 + outerR + innerR;
                    to.im()[target + j] = i0 + outerI + innerI;
                    float outerTurnR = i1 - i4;
                    float outerTurnI = r4 - r1;
                    float innerTurnR = i2 - i3;
                    float innerTurnI = r3 - r2;
                    float restR = r0 + outerR * COS_72 + innerR * COS_144;
                    float restI = i0 + outerI * COS_72 + innerI * COS_144;
                    float turnR = outerTurnR * SIN_72 + innerTurnR * SIN_144;
                    float turnI = outerTurnI * SIN_72 + innerTurnI * SIN_144;
                    float r = restR + turnR;
                    float i = restI + turnI;
                    int at = target + end + j;
                    turned(to, at, r, i, c1, s1);
                    r = restR - turnR;
                    i = restI - turnI;
                    at += 3 * end;
                    turned(to, at, r, i, c4, s4);
                    restR = r0 + outerR * COS_144 + innerR * COS_72;
                    restI = i0 + outerI * COS_144 + innerI * COS_72;
                    turnR = outerTurnR * SIN_144 - innerTurnR * SIN_72;
                    turnI = outerTurnI * SIN_144 - innerTurnI * SIN_72;
                    r = restR + turnR;
                    i = restI + turnI;
                    at = target + 2 * end + j;
                    turned(to, at, r, i, c2, s2);
                    r = restR - turnR;
                    i = restI - turnI;
                    at += end;
                    turned(to, at, r, i, c3, s3);
                }
            }
        }
    }

    /** Leaves {@code r + ii} times {@code c + is}. */
    private static void turned(Rows to, int at, float r, float i, float c, float s) {
        to.re()[at] = r * c - i * s;
        to.im()[at] = r * s + i * c;
    }
}
