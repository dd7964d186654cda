package dev.sixtyfold.speech;

import java.util.function.Supplier;

/** Threads that compute and just now have nothing to do. Safe for use by many threads at once. */
public interface IdleThreads {

    /** There are none: everything is computed by the caller. */
    IdleThreads NONE = new IdleThreads() {

        @Override
        public <A, B> Both<A, B> both(Supplier<A> here, Supplier<B> aside) {
            return new Both<>(here.get(), aside.get());
        }
    };

    /**
     * Computes two things that do not depend on each other, and returns when both are done or given up.
     *
     * @param here
     *            what the calling thread computes
     * @param aside
     *            what an idle thread computes meanwhile; the calling thread, afterwards, if none is idle. Best the shorter of
     *            the two
     * @throws RuntimeException
     *             what either throws
     */
    <A, B> Both<A, B> both(Supplier<A> here, Supplier<B> aside);

    /** What came out. */
    record Both<A, B>(A here, B aside) {}
}
