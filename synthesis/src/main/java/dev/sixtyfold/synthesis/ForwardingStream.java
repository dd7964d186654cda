package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import java.util.List;
import java.util.Optional;

/** A stream that is another one, but for what its subclasses add. */
public abstract class ForwardingStream implements SynthesisStream {

    private final SynthesisStream stream;

    protected ForwardingStream(SynthesisStream stream) {
        this.stream = stream;
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
