package dev.sixtyfold.speech;

/**
 * Tells a stage whether its work is still wanted. Stages ask before each piece of work that takes more than a moment; the
 * answer may come from any thread.
 */
@FunctionalInterface
public interface Cancellation {

    /** Work that nobody can cancel. */
    Cancellation NEVER = () -> {};

    /**
     * Returns if the work is still wanted.
     *
     * @throws SynthesisException.Cancelled
     *             if the caller went away or gave up
     * @throws SynthesisException.DeadlineExceeded
     *             if the caller's deadline has passed
     */
    void check();
}
