package dev.sixtyfold.vocoder.hibari;

import java.util.Arrays;

/** Working memory for the samples of one block while they are made. */
final class SampleBuffer {

    private float[] samples = {};
    private int length;

    void clear() {
        length = 0;
    }

    /** Returns the array, with room behind those that are there. */
    float[] withRoomFor(int more) {
        if (samples.length < length + more) {
            samples = Arrays.copyOf(samples, length + more);
        }
        return samples;
    }

    void advance(int more) {
        length += more;
    }

    int length() {
        return length;
    }

    float[] copy(int from) {
        return Arrays.copyOfRange(samples, from, length);
    }
}
