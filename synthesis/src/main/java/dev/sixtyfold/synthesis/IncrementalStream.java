package dev.sixtyfold.synthesis;

import dev.sixtyfold.text.IncrementalReader;
import java.time.Duration;
import java.util.Optional;

/** A request on its way through the pipeline, and the reader of its text. */
final class IncrementalStream extends ForwardingStream implements IncrementalSynthesis {

    private final IncrementalReader text;

    IncrementalStream(IncrementalReader text, PipelineStream stream) {
        super(stream);
        this.text = text;
    }

    @Override
    public void push(String piece) {
        text.push(piece);
    }

    @Override
    public void flush() {
        text.flush();
    }

    @Override
    public void end() {
        text.end();
    }

    @Override
    public Optional<Duration> untilFlush() {
        return text.untilFlush();
    }
}
