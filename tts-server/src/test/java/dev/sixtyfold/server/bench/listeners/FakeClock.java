package dev.sixtyfold.server.bench.listeners;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. It begins near the end of what a long can count, as the real one may. */
final class FakeClock implements LoadClock {

    private final PriorityQueue<Planned> plan = new PriorityQueue<>(Comparator.<Planned>comparingLong(
            planned -> planned.time - START).thenComparingLong(Planned::number));
    private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(2);
    private long now = START;
    private long count;

    private record Planned(long time, long number, Runnable action) {}

    static long millis(double millis) {
        return (long) (millis * 1e6);
    }

    /** Milliseconds since the clock was made. */
    double elapsedMillis() {
        return (now - START) / 1e6;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void at(long nanoTime, Runnable action) {
        plan.add(new Planned(nanoTime - now < 0 ? now : nanoTime, count++, action));
    }

    /** Lets so much time pass, and everything happen that is due in it. */
    void pass(double millis) {
        long until = now + millis(millis);
        for (Planned next = plan.peek(); next != null && next.time - until <= 0; next = plan.peek()) {
            plan.remove();
            now = next.time;
            next.action.run();
        }
        now = until;
    }
}
