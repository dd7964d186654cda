package dev.sixtyfold.server.audit;

import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Timepoint;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A stream whose first samples wait until its request is on record. */
final class AuditedStream implements SynthesisStream {

    private final SynthesisStream stream;
    private final Recording recording;
    private final InstantSource clock;
    private int characters;
    private boolean written;
    private boolean closed;
    private Outcome outcome = Outcome.CANCELLED;

    AuditedStream(SynthesisStream stream, Recording recording, int characters, InstantSource clock) {
        this.stream = stream;
        this.recording = recording;
        this.characters = characters;
        this.clock = clock;
    }

    void addCharacters(int count) {
        characters += count;
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
        try {
            Optional<StampedAudio> audio = stream.next();
            if (audio.isPresent() && !written) {
                recording.awaitWritten();
                written = true;
            }
            if (audio.isEmpty() && !(stream instanceof IncrementalSynthesis growing && growing.isWaiting())) {
                outcome = Outcome.FINISHED;
            }
            return audio;
        } catch (SynthesisException e) {
            outcome = outcome(e);
            throw e;
        } catch (RuntimeException | Error e) {
            outcome = Outcome.FAILED;
            throw e;
        }
    }

    private static Outcome outcome(SynthesisException why) {
        if (why instanceof Cancelled) {
            return Outcome.CANCELLED;
        }
        return why instanceof DeadlineExceeded ? Outcome.DEADLINE_EXCEEDED : Outcome.FAILED;
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
        if (!closed) {
            closed = true;
            recording.end(new AuditResult(outcome, clock.instant(), stream.receipt().audio(), characters));
        }
    }
}
