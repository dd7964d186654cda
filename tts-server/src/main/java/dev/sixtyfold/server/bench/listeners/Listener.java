package dev.sixtyfold.server.bench.listeners;

import java.util.function.Supplier;

/** Somebody who has one text after another spoken to them. */
final class Listener {

    private final SpeechServer server;
    private final LoadClock clock;
    private final Supplier<SpeechRequest> texts;
    private final LoadPlan.Pace pace;
    private final Tally tally;
    private boolean leaving;

    Listener(SpeechServer server, LoadClock clock, Supplier<SpeechRequest> texts, LoadPlan.Pace pace, Tally tally) {
        this.server = server;
        this.clock = clock;
        this.texts = texts;
        this.pace = pace;
        this.tally = tally;
    }

    /** Begins at that time, and goes on until {@link #leave}. */
    void begin(long intended) {
        clock.at(intended, () -> {
            if (!leaving) {
                server.speak(texts.get(), new Hearing(clock, tally, intended, this::next));
            }
        });
    }

    /** Hears this text to its end and no further one. */
    void leave() {
        leaving = true;
    }

    private void next(SpeechServer.Ending ending, long heardOut) {
        if (leaving) {
            return;
        }
        long now = clock.nanoTime();
        if (!ending.isWhole()) {
            begin(now + Tally.retryNanos(ending));
        } else {
            begin(switch (pace) {
                case AS_IT_IS_PLAYED -> heardOut - now > 0 ? heardOut : now;
                case AT_ONCE -> now;
            });
        }
    }
}
