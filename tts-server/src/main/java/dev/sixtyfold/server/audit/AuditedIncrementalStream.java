package dev.sixtyfold.server.audit;

import dev.sixtyfold.synthesis.ForwardingIncrementalStream;
import dev.sixtyfold.synthesis.IncrementalSynthesis;

/** The same for a text that arrives in pieces. */
final class AuditedIncrementalStream extends ForwardingIncrementalStream {

    private final AuditedStream stream;

    /**
     * @param text
     *            what {@code stream} audits
     */
    AuditedIncrementalStream(IncrementalSynthesis text, AuditedStream stream) {
        super(text, stream);
        this.stream = stream;
    }

    @Override
    public void push(String piece) {
        super.push(piece);
        stream.addCharacters(AuditedSynthesizer.characters(piece));
    }
}
