package dev.sixtyfold.synthesis;

import dev.sixtyfold.text.IncrementalText;
import java.time.Duration;
import java.util.Optional;

/** A stream whose text arrives in pieces: these go to the text, and the audio comes by way of the stream. */
public class ForwardingIncrementalStream extends ForwardingStream implements IncrementalSynthesis {

    private final IncrementalText text;

    /**
     * @param text
     *            that {@code stream} speaks
     */
    public ForwardingIncrementalStream(IncrementalText text, SynthesisStream stream) {
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
