package dev.sixtyfold.server.audit;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.Timepoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The same for a text that arrives in pieces. */
final class AuditedIncrementalStream implements IncrementalSynthesis {

    private final IncrementalSynthesis text;
    private final AuditedStream stream;

    /**
     * @param text
     *            what {@code stream} audits
     */
    AuditedIncrementalStream(IncrementalSynthesis text, AuditedStream stream) {
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
    public boolean isWaiting() {
        return text.isWaiting();
    }

    @Override
    public Optional<Duration> untilFlush() {
        return text.untilFlush();
    }

    @Override
    public RequestId requestId() {
        return stream.requestId();
    }

    @Override
    public int sampleRate() {
        return stream.sampleRate();
    }

    @Override
    public Optional<StampedAudio> next() {
        return stream.next();
    }

    @Override
    public List<Timepoint> timepoints() {
        return stream.timepoints();
    }

    @Override
    public Receipt receipt() {
        return stream.receipt();
    }

    @Override
    public void close() {
        stream.close();
    }
}
