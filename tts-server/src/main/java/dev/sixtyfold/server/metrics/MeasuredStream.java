package dev.sixtyfold.server.metrics;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.ForwardingStream;
import dev.sixtyfold.synthesis.SynthesisStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A stream whose course is counted. */
final class MeasuredStream extends ForwardingStream {

    private final LaneMeters meters;
    private final LongSupplier clock;
    private boolean begun;
    private boolean sounded;
    private boolean closed;
    /** When a listener who plays from the first sample has heard what was made. */
    private long runsOut;
    private RequestOutcome outcome = RequestOutcome.CANCELLED;

    /**
     * @param clock
     *            in nanoseconds, from any beginning
     */
    MeasuredStream(SynthesisStream stream, LaneMeters meters, LongSupplier clock) {
        super(stream);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Optional<StampedAudio> next() {
        long asked = clock.getAsLong();
        try {
            Optional<StampedAudio> audio = super.next();
            audio.ifPresent(chunk -> ready(chunk.audio(), asked));
            if (audio.isEmpty() && !isWaiting()) {
                outcome = RequestOutcome.FINISHED;
            }
            return audio;
        } catch (RuntimeException | Error e) {
            outcome = RequestOutcome.of(e);
            throw e;
        }
    }

    private void ready(AudioChunk chunk, long asked) {
        long now = clock.getAsLong();
        if (!begun) {
            begun = true;
            runsOut = now;
            meters.began(receipt());
        } else if (asked - runsOut <= 0) {
            meters.chunk(runsOut - now);
        }
        if (!sounded) {
            Duration timeToFirstSound = receipt().timeToFirstSound();
            sounded = timeToFirstSound.isPositive();
            if (sounded) {
                meters.sounded(timeToFirstSound);
            }
        }
        // Who asks late has stopped listening for a while, or waits for text: nobody has let them down.
        runsOut = Math.max(runsOut, now) + Math.round(chunk.length() * 1e9 / sampleRate());
    }

    @Override
    public void close() {
        super.close();
        if (!closed) {
            closed = true;
            meters.ended(outcome, receipt());
        }
    }
}
