package dev.sixtyfold.speech.dsp;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of floats that kernels take on this machine: its longest, of which whole ones fill {@link VectorUnit#MULTIPLE}. */
public final class FloatVectors {

    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > VectorUnit.MULTIPLE
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    public static final int LENGTH = SPECIES.length();

    private FloatVectors() {}
}
