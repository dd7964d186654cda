package dev.sixtyfold.server.audit;

import dev.sixtyfold.synthesis.ForwardingStream;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import java.time.Duration;
import java.util.Optional;

/** The same for a text that arrives in pieces. */
final class AuditedIncrementalStream extends ForwardingStream implements IncrementalSynthesis {

    private final IncrementalSynthesis text;
    private final AuditedStream stream;

    /**
     * @param text
     *            what {@code stream} audits
     */
    AuditedIncrementalStream(IncrementalSynthesis text, AuditedStream stream) {
        super(stream);
        this.text = text;
        this.stream = stream;
    }

    @Override
    public void push(String piece) {
        text.push(piece);
        stream.addCharacters(AuditedSynthesizer.characters(piece));
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
