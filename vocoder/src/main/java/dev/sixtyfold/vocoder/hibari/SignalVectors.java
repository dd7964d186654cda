package dev.sixtyfold.vocoder.hibari;

import dev.sixtyfold.speech.dsp.FloatVectors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many numbers as a vector holds at once. */
final class SignalVectors implements SignalKernels {

    static final SignalVectors INSTANCE = new SignalVectors();

    private static final VectorSpecies<Float> SPECIES = FloatVectors.SPECIES;
    private static final int VECTOR = FloatVectors.LENGTH;

    private SignalVectors() {}

    @Override
    public void scale(float[] x, float factor) {
        for (int i = 0; i < x.length; i += VECTOR) {
            load(x, i).mul(factor).intoArray(x, i);
        }
    }

    @Override
    public void add(float[] x, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(y, i).add(load(x, i)).intoArray(y, i);
        }
    }

    @Override
    public void addProducts(float[] x, float[] factors, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(x, i).mul(load(factors, i)).add(load(y, i)).intoArray(y, i);
        }
    }

    @Override
    public void phasors(float[] magnitude, float[] cos, float[] sin) {
        for (int i = 0; i < magnitude.length; i += VECTOR) {
            FloatVector scale = load(magnitude, i);
            FloatVector s = load(sin, i);
            FloatVector c = load(cos, i);
            FloatVector scaled = c.mul(scale);
            c.mul(scaled).sub(s.mul(s).mul(scale)).intoArray(cos, i);
            s.add(s).mul(scaled).intoArray(sin, i);
        }
    }

    @Override
    public void sum(float[] x, int at, float[] w, int from, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(x, at + i).add(load(w, from + i)).intoArray(y, i);
        }
    }

    @Override
    public void difference(float[] x, int at, float[] w, int from, float[] y) {
        for (int i = 0; i < y.length; i += VECTOR) {
            load(x, at + i).sub(load(w, from + i)).intoArray(y, i);
        }
    }

    @Override
    public void pulses(float[] sums, float[] cosines, float[] denominators, float[] order, float[] f0) {
        for (int i = 0; i < sums.length; i += VECTOR) {
            FloatVector denominator = load(denominators, i);
            FloatVector numerator = load(sums, i).mul(load(cosines, i));
            FloatVector quotient = numerator.div(denominator).blend(load(order, i),
                    denominator.abs().compare(VectorOperators.LE, PulseTrain.NEAR_ZERO / 2));
            quotient.sub(0.5f).blend(0f, load(f0, i).compare(VectorOperators.LE, PulseTrain.VOICED_ABOVE))
                    .intoArray(sums, i);
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
