package dev.sixtyfold.synthesis.schedule;

import dev.sixtyfold.speech.IdleThreads;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The place of one admitted stream. Its work is run in pieces, one at a time; after each, {@link #delivered} says how much
 * audio it made, which is how long the listener can do without the next one.
 *
 * <p>The fields belong to the scheduler's lock.
 */
public final class Place implements IdleThreads, AutoCloseable {

    private final Scheduler scheduler;
    private final Claim claim;

    /** Whether audio has been delivered, and is playing. */
    private boolean begun;
    /** When the audio that has been delivered will have been played. */
    private long runsOut;
    private long lastAsked;
    /** Time of a thread that has been spent since audio was last delivered. */
    private long spent;
    /** What the first piece cost and made, until a second one shows that the stream goes on. */
    private long firstSpent;
    private long firstAudio;
    private int pieces;
    private boolean closed;

    Place(Scheduler scheduler, Claim claim, long now) {
        this.scheduler = scheduler;
        this.claim = claim;
        this.lastAsked = now;
    }

    /**
     * Runs a piece of work when its turn comes, and waits for it. If the waiting thread is interrupted, work that has not
     * begun never does, and work that has is waited for: nobody else may touch what it uses.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.Cancelled
     *             if the waiting thread was interrupted before the work began
     * @throws dev.sixtyfold.speech.SynthesisException.ShuttingDown
     *             if the scheduler is closed
     */
    public <T> T run(Supplier<T> work) {
        return scheduler.run(this, work);
    }

    /** {@inheritDoc} To be called within a piece of work. What the idle thread computes is put to this stream's account. */
    @Override
    public <A, B> Both<A, B> both(Supplier<A> here, Supplier<B> aside) {
        return scheduler.both(this, here, aside);
    }

    /** What the last piece made is on its way to the listener. */
    public void delivered(Duration audio) {
        scheduler.delivered(this, audio.toNanos());
    }

    /** Gives the place back; once, however often it is called. */
    @Override
    public void close() {
        scheduler.leave(this);
    }

    Claim claim() {
        return claim;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Asks for a piece. A listener who has heard all there was waits as at the beginning, whatever kept the stream. */
    void ask(long now) {
        begun &= runsOut > now;
        lastAsked = now;
    }

    boolean hasAskedSince(long time) {
        return lastAsked - time >= 0;
    }

    /** Audio that the listener still had to hear when the last piece was asked for, in nanoseconds; less than 0 if none. */
    long inHandWhenAsked() {
        return runsOut - lastAsked;
    }

    long runsOut() {
        return runsOut;
    }

    void spend(long nanos) {
        spent += nanos;
    }

    /** Takes the audio into account, and what it cost a live stream into the history: one of a batch has been kept waiting. */
    void deliver(long now, long audioNanos, CostHistory costs) {
        runsOut = (begun ? runsOut : now) + audioNanos;
        begun = true;
        if (claim.lane() == Lane.BATCH) {
            return;
        }
        if (pieces++ == 0) {
            costs.first(spent);
            firstSpent = spent;
            firstAudio = audioNanos;
        } else {
            costs.later(spent, spent + firstSpent, audioNanos + firstAudio);
            firstSpent = 0;
            firstAudio = 0;
        }
        spent = 0;
    }

    /** Whether it was open. */
    boolean leave() {
        boolean wasOpen = !closed;
        closed = true;
        return wasOpen;
    }
}
