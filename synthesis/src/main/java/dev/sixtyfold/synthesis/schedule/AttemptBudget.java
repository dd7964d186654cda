package dev.sixtyfold.synthesis.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many attempts are looked at while streams are being refused. Callers who come have equal shares of it, so that one
 * who does not wait as told takes nothing from others.
 */
final class AttemptBudget {

    /** How far a caller may be ahead of its share. */
    private static final long BURST = TimeUnit.SECONDS.toNanos(1);
    /** So long after its last attempt a caller has a share. */
    private static final long MEMORY = TimeUnit.SECONDS.toNanos(10);

    private final long spacing;
    private final Map<String, Share> shares = new HashMap<>();

    private static final class Share {
        private long lastCame;
        /** When the attempts that were looked at would have been made, had they been evenly spaced. */
        private long spentUntil;

        Share(long now) {
            spentUntil = now;
        }
    }

    /**
     * @param spacing
     *            nanoseconds between two attempts, of all callers together
     */
    AttemptBudget(long spacing) {
        this.spacing = spacing;
    }

    /** Whether this caller's attempt is looked at. */
    boolean take(String caller, long now) {
        shares.values().removeIf(share -> now - share.lastCame > MEMORY);
        Share share = shares.computeIfAbsent(caller, name -> new Share(now));
        share.lastCame = now;
        if (share.spentUntil - now > BURST) {
            return false;
        }
        long from = share.spentUntil - now > 0 ? share.spentUntil : now;
        share.spentUntil = from + spacing * shares.size();
        return true;
    }
}
