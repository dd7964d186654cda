package dev.sixtyfold.server.engine;

import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;

/** The machinery that speaks, ready to use. */
public interface Engine extends AutoCloseable {

    /** Speaks on behalf of somebody: every request is put on record under this name. */
    Synthesizer synthesizer(Requester requester);

    /**
     * To be asked before a request for speech is read.
     *
     * @param caller
     *            who makes it
     * @throws dev.sixtyfold.speech.SynthesisException.Overloaded
     *             if it is not to be read
     */
    void attempt(String caller);

    VoiceDirectory voices();

    /** The same for one of the languages that a voice speaks or reads. */
    Frontend frontend(VoiceChoice.Reading reading);

    /**
     * How a voice reads texts; safe for use by many threads at once.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the voice is not to be had
     */
    Frontend frontend(VoiceId voice);

    /**
     * Begins to have the fastest kernels compiled for a voice, while plain loops serve. To be closed before the engine is.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the voice is not to be had
     */
    Rehearsing rehearse(VoiceId voice);

    /** A rehearsal that may be under way. */
    @FunctionalInterface
    interface Rehearsing extends AutoCloseable {

        /** Ends it, if it is not over. */
        @Override
        void close();
    }

    /** What batching has done for its voices. */
    BatchedStages batches();

    /** What its scheduler does. */
    ScheduleFigures figures();

    /** Frees the networks and completes the records. Streams under way must have ended. */
    @Override
    void close();
}
