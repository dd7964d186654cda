package dev.sixtyfold.server.engine;

import dev.sixtyfold.synthesis.Synthesizer;

/** The machinery that speaks, ready to use. */
public interface Engine extends AutoCloseable {

    Synthesizer synthesizer();

    VoiceDirectory voices();

    /** Frees the networks. Streams under way must have ended. */
    @Override
    void close();
}
