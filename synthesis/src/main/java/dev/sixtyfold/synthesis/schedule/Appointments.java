package dev.sixtyfold.synthesis.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When those who were refused may come again: one after the other, so that however many they are they do not come faster
 * than they can be answered, nor all at once. They come somewhat more often than streams are admitted, so that no place is
 * left empty for want of somebody to take it.
 */
final class Appointments {

    private static final long SOONEST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LATEST = TimeUnit.SECONDS.toNanos(30);
    /** Between two appointments, for each processor. */
    private static final long USUAL_SPACING = TimeUnit.MILLISECONDS.toNanos(50);
    /** So many appointments for each stream that is admitted. */
    private static final int FOR_EACH_ADMITTED = 2;
    /** The weight of a time between two admissions in their mean. */
    private static final double WEIGHT = 1.0 / 64;

    private final long usualSpacing;
    private final long leastSpacing;
    private double admissionSpacing = SOONEST;
    private long lastAdmitted;
    private long last;

    /**
     * @param leastSpacing
     *            nanoseconds between two attempts that can be answered
     */
    Appointments(int threads, long leastSpacing, long now) {
        this.usualSpacing = USUAL_SPACING / threads;
        this.leastSpacing = leastSpacing;
        this.lastAdmitted = now;
        this.last = now;
    }

    /** A stream has been let in. */
    void admitted(long now) {
        long spacing = Math.min(now - lastAdmitted, SOONEST);
        lastAdmitted = now;
        admissionSpacing += (spacing - admissionSpacing) * WEIGHT;
    }

    /** How long the next one who is refused waits: half a second to half a minute. */
    Duration next(long now) {
        long wanted = Math.round(admissionSpacing / FOR_EACH_ADMITTED);
        last += Math.max(leastSpacing, Math.min(usualSpacing, wanted));
        // A full book is gone through once more, from its beginning.
        if (last - now < SOONEST || last - now > LATEST) {
            last = now + SOONEST;
        }
        return Duration.ofNanos(last - now);
    }
}
