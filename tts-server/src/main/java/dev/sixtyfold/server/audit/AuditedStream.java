package dev.sixtyfold.server.audit;

import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.Cancelled;
import dev.sixtyfold.speech.SynthesisException.DeadlineExceeded;
import dev.sixtyfold.synthesis.ForwardingStream;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.time.InstantSource;
import java.util.Optional;

/** A stream whose first samples wait until its request is on record. */
final class AuditedStream extends ForwardingStream {

    private final Recording recording;
    private final InstantSource clock;
    private int characters;
    private boolean written;
    private boolean closed;
    private Outcome outcome = Outcome.CANCELLED;

    AuditedStream(SynthesisStream stream, Recording recording, int characters, InstantSource clock) {
        super(stream);
        this.recording = recording;
        this.characters = characters;
        this.clock = clock;
    }

    void addCharacters(int count) {
        characters += count;
    }

    @Override
    public Optional<StampedAudio> next() {
        try {
            Optional<StampedAudio> audio = super.next();
            if (audio.isPresent() && !written) {
                recording.awaitWritten();
                written = true;
            }
            if (audio.isEmpty() && !isWaiting()) {
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
    public void close() {
        super.close();
        if (!closed) {
            closed = true;
            recording.end(new AuditResult(outcome, clock.instant(), receipt().audio(), characters));
        }
    }
}
