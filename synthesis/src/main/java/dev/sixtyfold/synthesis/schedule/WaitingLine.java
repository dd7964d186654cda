package dev.sixtyfold.synthesis.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that wait, and which of them is next: of the live lane the one that is due first, of the batch lane the next of
 * the caller who has had least. Not safe for use by several threads.
 */
final class WaitingLine {

    private final PriorityQueue<Piece> live = new PriorityQueue<>(
            Comparator.comparingLong(Piece::due).thenComparingLong(Piece::number));
    private final Map<String, Share> batch = new HashMap<>();
    /** What the caller who was served last had had. One who comes anew begins there: nobody saves up time. */
    private long served;

    private static final class Share {
        private final Deque<Piece> pieces = new ArrayDeque<>();
        private long served;
        private int running;
    }

    void add(Piece piece) {
        switch (piece.place().claim().lane()) {
            case LIVE -> live.add(piece);
            case BATCH -> {
                Share share = batch.computeIfAbsent(piece.place().claim().caller(), caller -> new Share());
                if (share.pieces.isEmpty() && share.running == 0) {
                    share.served = Math.max(share.served, served);
                }
                share.pieces.add(piece);
            }
        }
    }

    /** The live piece that is due first, taken out; null if there is none. */
    @Nullable
    Piece takeLive() {
        return live.poll();
    }

    /** The next piece of the batch lane, taken out; null if there is none. */
    @Nullable
    Piece takeBatch() {
        Share least = null;
        for (Share share : batch.values()) {
            if (!share.pieces.isEmpty() && (least == null || isBefore(share, least))) {
                least = share;
            }
        }
        if (least == null) {
            return null;
        }
        served = Math.max(served, least.served);
        least.running++;
        return least.pieces.remove();
    }

    private static boolean isBefore(Share one, Share other) {
        return one.served != other.served
                ? one.served < other.served
                : one.pieces.getFirst().number() < other.pieces.getFirst().number();
    }

    /** A piece of the batch lane has run. */
    void charge(Place place, long nanos) {
        Share share = batch.get(place.claim().caller());
        if (share != null) {
            share.served += nanos;
            share.running--;
        }
    }

    /** A caller who has no more streams in the batch lane. */
    void forget(String caller) {
        Share share = batch.get(caller);
        if (share != null && share.pieces.isEmpty() && share.running == 0) {
            batch.remove(caller);
        }
    }

    /** Whether the piece was still waiting; it no longer is. */
    boolean remove(Piece piece) {
        Share share = batch.get(piece.place().claim().caller());
        return live.remove(piece) || (share != null && share.pieces.remove(piece));
    }

    int waiting(Lane lane) {
        return switch (lane) {
            case LIVE -> live.size();
            case BATCH -> batch.values().stream().mapToInt(share -> share.pieces.size()).sum();
        };
    }

    /** First pieces of a caller's live streams. */
    int unbegun(String caller) {
        return Math.toIntExact(live.stream().map(Piece::place).filter(place -> !place.hasBegun()
                && place.claim().caller().equals(caller)).count());
    }

    /**
     * Whether all who play have their next piece in time, if that much is computed before it and none of them is
     * interrupted by others.
     *
     * @param ahead
     *            nanoseconds of one thread
     * @param margin
     *            nanoseconds of audio that they are to have in hand then. Whoever asked for the piece with less than twice
     *            as much is not counted: a reader who asks late is not let down
     */
    boolean isInTime(long now, long ahead, int threads, CostHistory costs, long margin) {
        Piece[] pieces = live.toArray(new Piece[0]);
        Arrays.sort(pieces, live.comparator());
        long cost = ahead;
        for (Piece piece : pieces) {
            cost += costs.later();
            if (!piece.place().hasBegun()) {
                cost += costs.first();
            } else if (piece.place().inHandWhenAsked() >= 2 * margin && piece.due() - now < cost / threads + margin) {
                return false;
            }
        }
        return true;
    }

    /** What the live pieces that are due by then will cost, in nanoseconds of one thread. */
    long liveCostBefore(long due, CostHistory costs) {
        long cost = 0;
        for (Piece piece : live) {
            if (piece.due() <= due) {
                cost += piece.place().hasBegun() ? costs.later() : costs.first();
            }
        }
        return cost;
    }
}
