package dev.sixtyfold.server.metrics;

import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.synthesis.BatchedStages;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;
import java.util.function.UnaryOperator;

/** An engine whose requests are counted. */
record MeasuredEngine(Engine engine, UnaryOperator<Synthesizer> measuring) implements Engine {

    @Override
    public Synthesizer synthesizer(Requester requester) {
        return measuring.apply(engine.synthesizer(requester));
    }

    @Override
    public void attempt(String caller) {
        engine.attempt(caller);
    }

    @Override
    public VoiceDirectory voices() {
        return engine.voices();
    }

    @Override
    public Frontend frontend(VoiceChoice.Reading reading) {
        return engine.frontend(reading);
    }

    @Override
    public Frontend frontend(VoiceId voice) {
        return engine.frontend(voice);
    }

    @Override
    public Rehearsing rehearse(VoiceId voice) {
        return engine.rehearse(voice);
    }

    @Override
    public BatchedStages batches() {
        return engine.batches();
    }

    @Override
    public ScheduleFigures figures() {
        return engine.figures();
    }

    @Override
    public void close() {
        engine.close();
    }
}
