package dev.sixtyfold.server.bench.listeners;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The time of the machine, and the timer of the thread that also reads the connections. */
final class EventLoopClock implements LoadClock {

    private final EventLoop loop;
    private final Consumer<Throwable> onFailure;

    /**
     * @param onFailure
     *            gets what an action throws
     */
    EventLoopClock(EventLoop loop, Consumer<Throwable> onFailure) {
        this.loop = loop;
        this.onFailure = onFailure;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // an action tells of its own failure
    public void at(long nanoTime, Runnable action) {
        long delay = nanoTime - System.nanoTime();
        if (delay <= 0) {
            loop.execute(() -> run(action));
        } else {
            loop.schedule(() -> run(action), delay, TimeUnit.NANOSECONDS);
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        }
    }
}
