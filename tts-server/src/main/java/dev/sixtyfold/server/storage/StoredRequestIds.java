package dev.sixtyfold.server.storage;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import dev.sixtyfold.synthesis.RequestIds;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Request ids from the counter of the database. A block of them is taken at a time, and the block is on disk before its
 * first id is given out: a crash skips the rest of the block and never repeats an id. The next block is fetched while there
 * are still ids in this one, so that hardly any request waits for the disk.
 */
final class StoredRequestIds implements RequestIds {

    private final IdBlocks blocks;
    private final int size;
    private final IntUnaryOperator permutation;
    private final Executor background;
    private long next;
    private long end;
    private @Nullable CompletableFuture<Long> following;

    /**
     * @param size
     *            ids taken at a time, and at most skipped by a crash
     * @param permutation
     *            turns the counter into ids that nobody else can put in order; one to one, and always the same
     * @param background
     *            runs what fetches a further block
     */
    StoredRequestIds(IdBlocks blocks, int size, IntUnaryOperator permutation, Executor background) {
        this.blocks = blocks;
        this.size = size;
        this.permutation = permutation;
        this.background = background;
    }

    @Override
    public synchronized RequestId reserve() {
        if (next == end) {
            CompletableFuture<Long> fetched = following;
            following = null; // one that failed is not asked twice
            next = fetched == null ? take() : joined(fetched);
            end = next + size;
        }
        if (following == null && size > 1 && end - next <= size / 2) {
            following = CompletableFuture.supplyAsync(this::take, background);
        }
        return new RequestId(permutation.applyAsInt((int) next++));
    }

    private long take() {
        try {
            return blocks.take(size);
        } catch (StorageException e) {
            throw new RecordsUnavailable("no request id could be reserved: " + e.getMessage(), e);
        }
    }

    private static long joined(CompletableFuture<Long> block) {
        try {
            return block.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RecordsUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
