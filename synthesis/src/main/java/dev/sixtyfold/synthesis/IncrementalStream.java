package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.text.IncrementalReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request on its way through the pipeline, and the reader of its text. */
final class IncrementalStream implements IncrementalSynthesis {

    private final IncrementalReader text;
    private final PipelineStream stream;

    IncrementalStream(IncrementalReader text, PipelineStream stream) {
        this.text = text;
        this.stream = stream;
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
    public boolean isWaiting() {
        return stream.isWaiting();
    }

    @Override
    public Optional<Duration> untilFlush() {
        return text.untilFlush();
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
