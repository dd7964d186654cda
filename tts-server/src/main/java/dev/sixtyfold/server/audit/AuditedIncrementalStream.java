package dev.sixtyfold.server.audit;

import dev.sixtyfold.synthesis.ForwardingIncrementalStream;
import dev.sixtyfold.text.IncrementalText;

/** The same for a text that arrives in pieces. */
final class AuditedIncrementalStream extends ForwardingIncrementalStream {

    private final AuditedStream stream;

    /**
     * @param text
     *            that {@code stream} speaks
     */
    AuditedIncrementalStream(IncrementalText text, AuditedStream stream) {
        super(text, stream);
        this.stream = stream;
    }

    @Override
    public void push(String piece) {
        super.push(piece);
        stream.addCharacters(AuditedSynthesizer.characters(piece));
    }
}
