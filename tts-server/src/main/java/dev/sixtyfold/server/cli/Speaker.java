package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.Timepoint;
import java.io.IOException;

/** Speaks texts: in this process or through a server. */
interface Speaker extends AutoCloseable {

    /**
     * Speaks {@code input}.
     *
     * @param sink
     *            gets the encoded audio as it is made
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if this process cannot speak it
     * @throws CommandFailure
     *             if the server cannot
     */
    Spoken speak(SpokenInput input, Manner manner, Sink sink) throws IOException;

    @Override
    void close();

    /**
     * How to speak.
     *
     * @param voice
     *            empty for the default
     * @param sampleRate
     *            0 for the voice's own
     */
    record Manner(String voice, double speed, double volumeGainDb, int sampleRate, long seed, AudioEncoding encoding) {}

    /**
     * What was spoken.
     *
     * @param skippedSpans
     *            parts of the text that were not
     * @param notes
     *            on what was asked and could not be done
     */
    record Spoken(String requestId, int sampleRate, double audioSeconds, double wallMillis,
            double timeToFirstAudioMillis, int skippedSpans, int notes) {}

    /** Where audio goes. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] encoded) throws IOException;

        /** Whether {@link #timepoint} is to be told of any. */
        default boolean wantsTimepoints() {
            return false;
        }

        /** Gets a word or mark, before the audio that it is about. */
        default void timepoint(Timepoint timepoint) throws IOException {}
    }
}
