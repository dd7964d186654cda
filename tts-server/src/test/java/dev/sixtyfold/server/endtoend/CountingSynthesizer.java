package dev.sixtyfold.server.endtoend;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.synthesis.ForwardingStream;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.text.IdleLimit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The real thing, with a count of how much audio it has made, whoever reads it. */
final class CountingSynthesizer implements Synthesizer {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Synthesizer real;
    private final AtomicLong nanosMade = new AtomicLong();
    private final Semaphore chunks = new Semaphore(0);
    private final Semaphore closed = new Semaphore(0);

    CountingSynthesizer(Synthesizer real) {
        this.real = real;
    }

    /** Seconds of audio made by all streams so far. */
    double secondsMade() {
        return nanosMade.get() / NANOS_PER_SECOND;
    }

    /** Waits until a stream has made one more chunk; each chunk is waited for once. */
    boolean awaitChunk() throws InterruptedException {
        return chunks.tryAcquire(30, TimeUnit.SECONDS);
    }

    /** Waits until one more stream is closed; each is waited for once. */
    boolean awaitClosed() throws InterruptedException {
        return closed.tryAcquire(30, TimeUnit.SECONDS);
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        return new Counted(real.open(request, cancellation));
    }

    @Override
    public IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation) {
        return real.openIncremental(request, idle, cancellation);
    }

    private final class Counted extends ForwardingStream {

        private boolean open = true;

        Counted(SynthesisStream stream) {
            super(stream);
        }

        @Override
        public Optional<StampedAudio> next() {
            Optional<StampedAudio> audio = super.next();
            audio.ifPresent(made -> {
                nanosMade.addAndGet(Math.round(made.audio().seconds() * NANOS_PER_SECOND));
                chunks.release();
            });
            return audio;
        }

        @Override
        public void close() {
            super.close();
            if (open) {
                open = false;
                closed.release();
            }
        }
    }
}
