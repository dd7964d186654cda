package dev.sixtyfold.server.bench.listeners;

/**
 * The time of a load test and its timer. All that happens in a load test happens on the one thread that runs the timer's
 * actions: nothing there is locked, and nothing may wait.
 */
interface LoadClock {

    /** Nanoseconds from an arbitrary beginning; to be compared by differences. */
    long nanoTime();

    /** Runs {@code action} at that time, or as soon as possible if it has passed. */
    void at(long nanoTime, Runnable action);
}
