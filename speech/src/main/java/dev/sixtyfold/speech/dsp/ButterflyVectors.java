package dev.sixtyfold.speech.dsp;

import static dev.sixtyfold.speech.dsp.Butterflies.COS_144;
import static dev.sixtyfold.speech.dsp.Butterflies.COS_72;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_144;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_60;
import static dev.sixtyfold.speech.dsp.Butterflies.SIN_72;

import dev.sixtyfold.speech.dsp.Butterflies.Rows;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A whole vector of neighbours at once. What follows each leg's sum is written out every time: vectors that go through calls of
 * our own may become objects.
 */
final class ButterflyVectors implements ButterflyKernels {

    static final ButterflyVectors INSTANCE = new ButterflyVectors();

    private static final VectorSpecies<Float> SPECIES = FloatVectors.SPECIES;
    private static final int VECTOR = FloatVectors.LENGTH;

    private ButterflyVectors() {}

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
                for (int j = 0; j < length; j += VECTOR) {
                    FloatVector r0 = load(from.re(), source + j);
                    FloatVector i0 = load(from.im(), source + j);
                    FloatVector r1 = load(from.re(), source + leg + j);
                    FloatVector i1 = load(from.im(), source + leg + j);
                    r0.add(r1).intoArray(to.re(), target + j);
                    i0.add(i1).intoArray(to.im(), target + j);
                    FloatVector r = r0.sub(r1);
                    FloatVector i = i0.sub(i1);
                    r.mul(c1).sub(i.mul(s1)).intoArray(to.re(), target + end + j);
                    r.mul(s1).add(i.mul(c1)).intoArray(to.im(), target + end + j);
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
                for (int j = 0; j < length; j += VECTOR) {
                    FloatVector r0 = load(from.re(), source + j);
                    FloatVector i0 = load(from.im(), source + j);
                    FloatVector r1 = load(from.re(), source + leg + j);
                    FloatVector i1 = load(from.im(), source + leg + j);
                    FloatVector r2 = load(from.re(), source + 2 * leg + j);
                    FloatVector i2 = load(from.im(), source + 2 * leg + j);
                    FloatVector sumR = r1.add(r2);
                    FloatVector sumI = i1.add(i2);
                    FloatVector turnR = i1.sub(i2).mul(SIN_60);
                    FloatVector turnI = r2.sub(r1).mul(SIN_60);
                    FloatVector restR = r0.sub(sumR.mul(0.5f));
                    FloatVector restI = i0.sub(sumI.mul(0.5f));
                    r0.add(sumR).intoArray(to.re(), target + j);
                    i0.add(sumI).intoArray(to.im(), target + j);
                    FloatVector r = restR.add(turnR);
                    FloatVector i = restI.add(turnI);
                    int at = target + end + j;
                    r.mul(c1).sub(i.mul(s1)).intoArray(to.re(), at);
                    r.mul(s1).add(i.mul(c1)).intoArray(to.im(), at);
                    r = restR.sub(turnR);
                    i = restI.sub(turnI);
                    at += end;
                    r.mul(c2).sub(i.mul(s2)).intoArray(to.re(), at);
                    r.mul(s2).add(i.mul(c2)).intoArray(to.im(), at);
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
                for (int j = 0; j < length; j += VECTOR) {
                    FloatVector r0 = load(from.re(), source + j);
                    FloatVector i0 = load(from.im(), source + j);
                    FloatVector r1 = load(from.re(), source + leg + j);
                    FloatVector i1 = load(from.im(), source + leg + j);
                    FloatVector r2 = load(from.re(), source + 2 * leg + j);
                    FloatVector i2 = load(from.im(), source + 2 * leg + j);
                    FloatVector r3 = load(from.re(), source + 3 * leg + j);
                    FloatVector i3 = load(from.im(), source + 3 * leg + j);
                    FloatVector evenR = r0.add(r2);
                    FloatVector evenI = i0.add(i2);
                    FloatVector oddR = r1.add(r3);
                    FloatVector oddI = i1.add(i3);
                    evenR.add(oddR).intoArray(to.re(), target + j);
                    evenI.add(oddI).intoArray(to.im(), target + j);
                    FloatVector restR = r0.sub(r2);
                    FloatVector restI = i0.sub(i2);
                    FloatVector turnR = i1.sub(i3);
                    FloatVector turnI = r3.sub(r1);
                    FloatVector r = restR.add(turnR);
                    FloatVector i = restI.add(turnI);
                    int at = target + end + j;
                    r.mul(c1).sub(i.mul(s1)).intoArray(to.re(), at);
                    r.mul(s1).add(i.mul(c1)).intoArray(to.im(), at);
                    r = evenR.sub(oddR);
                    i = evenI.sub(oddI);
                    at += end;
                    r.mul(c2).sub(i.mul(s2)).intoArray(to.re(), at);
                    r.mul(s2).add(i.mul(c2)).intoArray(to.im(), at);
                    r = restR.sub(turnR);
                    i = restI.sub(turnI);
                    at += end;
                    r.mul(c3).sub(i.mul(s3)).intoArray(to.re(), at);
                    r.mul(s3).add(i.mul(c3)).intoArray(to.im(), at);
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
                for (int j = 0; j < length; j += VECTOR) {
                    FloatVector r0 = load(from.re(), source + j);
                    FloatVector i0 = load(from.im(), source + j);
                    FloatVector r1 = load(from.re(), source + leg + j);
                    FloatVector i1 = load(from.im(), source + leg + j);
                    FloatVector r2 = load(from.re(), source + 2 * leg + j);
                    FloatVector i2 = load(from.im(), source + 2 * leg + j);
                    FloatVector r3 = load(from.re(), source + 3 * leg + j);
                    FloatVector i3 = load(from.im(), source + 3 * leg + j);
                    FloatVector r4 = load(from.re(), source + 4 * leg + j);
                    FloatVector i4 = load(from.im(), source + 4 * leg + j);
                    FloatVector outerR = r1.add(r4);
                    FloatVector outerI = i1.add(i4);
                    FloatVector innerR = r2.add(r3);
                    FloatVector innerI = i2.add(i3);
                    r0.add(outerR).add(innerR).intoArray(to.re(), target + j);
                    i0.add(outerI).add(innerI).intoArray(to.im(), target + j);
                    FloatVector outerTurnR = i1.sub(i4);
                    FloatVector outerTurnI = r4.sub(r1);
                    FloatVector innerTurnR = i2.sub(i3);
                    FloatVector innerTurnI = r3.sub(r2);
                    FloatVector restR = r0.add(outerR.mul(COS_72)).add(innerR.mul(COS_144));
                    FloatVector restI = i0.add(outerI.mul(COS_72)).add(innerI.mul(COS_144));
                    FloatVector turnR = outerTurnR.mul(SIN_72).add(innerTurnR.mul(SIN_144));
                    FloatVector turnI = outerTurnI.mul(SIN_72).add(innerTurnI.mul(SIN_144));
                    FloatVector r = restR.add(turnR);
                    FloatVector i = restI.add(turnI);
                    int at = target + end + j;
                    r.mul(c1).sub(i.mul(s1)).intoArray(to.re(), at);
                    r.mul(s1).add(i.mul(c1)).intoArray(to.im(), at);
                    r = restR.sub(turnR);
                    i = restI.sub(turnI);
                    at += 3 * end;
                    r.mul(c4).sub(i.mul(s4)).intoArray(to.re(), at);
                    r.mul(s4).add(i.mul(c4)).intoArray(to.im(), at);
                    restR = r0.add(outerR.mul(COS_144)).add(innerR.mul(COS_72));
                    restI = i0.add(outerI.mul(COS_144)).add(innerI.mul(COS_72));
                    turnR = outerTurnR.mul(SIN_144).sub(innerTurnR.mul(SIN_72));
                    turnI = outerTurnI.mul(SIN_144).sub(innerTurnI.mul(SIN_72));
                    r = restR.add(turnR);
                    i = restI.add(turnI);
                    at = target + 2 * end + j;
                    r.mul(c2).sub(i.mul(s2)).intoArray(to.re(), at);
                    r.mul(s2).add(i.mul(c2)).intoArray(to.im(), at);
                    r = restR.sub(turnR);
                    i = restI.sub(turnI);
                    at += end;
                    r.mul(c3).sub(i.mul(s3)).intoArray(to.re(), at);
                    r.mul(s3).add(i.mul(c3)).intoArray(to.im(), at);
                }
            }
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
