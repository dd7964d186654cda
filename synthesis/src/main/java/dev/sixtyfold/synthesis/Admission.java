package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.SynthesisException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how many requests are under way, and refuses the others at once instead of letting them wait. */
public final class Admission {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int places;
    private final Semaphore free;

    /**
     * @param places
     *            requests under way at a time, at least 1
     */
    public Admission(int places) {
        if (places < 1) {
            throw new IllegalArgumentException("places: " + places + " is less than 1");
        }
        this.places = places;
        this.free = new Semaphore(places);
    }

    /**
     * Takes a place.
     *
     * @throws SynthesisException.Overloaded
     *             if there is none
     */
    Place admit() {
        if (!free.tryAcquire()) {
            throw new SynthesisException.Overloaded("all " + places + " places for requests are taken; try again",
                    RETRY_AFTER);
        }
        return new Place();
    }

    /** Requests under way. */
    public int underWay() {
        return places - free.availablePermits();
    }

    /** The place of one request, given back once however often it is closed. */
    final class Place implements AutoCloseable {

        private final AtomicBoolean held = new AtomicBoolean(true);

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                free.release();
            }
        }
    }
}
