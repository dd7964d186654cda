package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.synthesis.Silence;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.Timepoint;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    record Manner(String voice, double speed, double volumeGainDb, int sampleRate, long seed, AudioEncoding encoding,
            Pauses pauses) {}

    /**
     * Silence in milliseconds, where it is not left as it usually is; null for that.
     *
     * @param lead
     *            before the first sound
     * @param tail
     *            after the last one
     * @param betweenSentences
     *            where the text asks for none
     */
    record Pauses(@Nullable Integer lead, @Nullable Integer tail, @Nullable Integer betweenSentences) {

        static final Pauses AS_USUAL = new Pauses(null, null, null);

        Silence silence() {
            Silence usual = Silence.DEFAULTS;
            return new Silence(lead == null ? usual.lead() : Duration.ofMillis(lead),
                    tail == null ? usual.tail() : Duration.ofMillis(tail),
                    betweenSentences == null ? usual.betweenSentences() : Duration.ofMillis(betweenSentences));
        }
    }

    /**
     * What was spoken.
     *
     * @param skippedSpans
     *            parts of the text that were not
     * @param notes
     *            on what was asked and could not be done
     */
    record Spoken(String requestId, int sampleRate, double audioSeconds, double wallMillis,
            double timeToFirstAudioMillis, double timeToFirstSoundMillis, int skippedSpans, int notes) {}

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
