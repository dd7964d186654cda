package dev.sixtyfold.synthesis;

import java.time.Duration;
import java.util.Optional;

/** The same for a text that arrives in pieces: they go where they went, and the audio comes by way of another stream. */
public class ForwardingIncrementalStream extends ForwardingStream implements IncrementalSynthesis {

    private final IncrementalSynthesis text;

    /**
     * @param text
     *            whose audio {@code stream} hands on
     */
    public ForwardingIncrementalStream(IncrementalSynthesis text, ForwardingStream stream) {
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
