package dev.sixtyfold.server.grpc;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What a client has sent and its speaker has not taken yet. Handing in never waits, so that a piece of text is there when
 * it has arrived, even while audio is being computed.
 */
final class GrowingText {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<IncrementalSynthesis>> arrived = new ArrayList<>();
    private boolean woken;

    void push(String piece) {
        add(synthesis -> synthesis.push(piece));
    }

    void flush() {
        add(IncrementalSynthesis::flush);
    }

    void end() {
        add(IncrementalSynthesis::end);
    }

    /** Ends the call with an error once what was sent before has been taken. */
    void fail(SynthesisException why) {
        add(synthesis -> {
            throw why;
        });
    }

    private void add(Consumer<IncrementalSynthesis> what) {
        lock.lock();
        try {
            arrived.add(what);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends {@link #await} at once, or the next one. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands what has arrived to the synthesis; whether there was anything. */
    boolean moveTo(IncrementalSynthesis synthesis) {
        List<Consumer<IncrementalSynthesis>> taken;
        lock.lock();
        try {
            taken = List.copyOf(arrived);
            arrived.clear();
        } finally {
            lock.unlock();
        }
        taken.forEach(what -> what.accept(synthesis));
        return !taken.isEmpty();
    }

    /** Waits until something arrives, {@link #wake} is called, or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (arrived.isEmpty() && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
