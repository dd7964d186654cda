package dev.sixtyfold.server.metrics;

import dev.sixtyfold.synthesis.ForwardingStream;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import java.time.Duration;
import java.util.Optional;

/** The same for a text that arrives in pieces. */
final class MeasuredIncrementalStream extends ForwardingStream implements IncrementalSynthesis {

    private final IncrementalSynthesis text;

    /**
     * @param text
     *            whose audio {@code stream} counts
     */
    MeasuredIncrementalStream(IncrementalSynthesis text, MeasuredStream stream) {
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
