package dev.sixtyfold.server.bench.listeners;

import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/**
 * Arrivals at random (a Poisson process): the times are fixed beforehand by the seed and do not wait for anything. Each is
 * told with the time at which it was meant to be, however late it is.
 */
final class Arrivals {

    private final LoadClock clock;
    private final RandomGenerator random;
    private final double perSecond;
    private final LongConsumer arrival;

    Arrivals(LoadClock clock, RandomGenerator random, double perSecond, LongConsumer arrival) {
        this.clock = clock;
        this.random = random;
        this.perSecond = perSecond;
        this.arrival = arrival;
    }

    void between(long begin, long end) {
        if (perSecond > 0) {
            next(begin, end);
        }
    }

    private void next(long last, long end) {
        long time = last + (long) (random.nextExponential() / perSecond * 1e9);
        if (time - end < 0) {
            clock.at(time, () -> {
                arrival.accept(time);
                next(time, end);
            });
        }
    }
}
