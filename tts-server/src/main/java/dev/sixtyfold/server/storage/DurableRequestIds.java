package dev.sixtyfold.server.storage;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import dev.sixtyfold.synthesis.RequestIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;

/**
 * Request ids from a counter on disk. A block of them is taken at a time, and the block is on disk before its first id is
 * given out: a crash skips the rest of the block and never repeats an id. Any number of processes may share the file.
 */
public final class DurableRequestIds implements RequestIds {

    /** For a server: a write to disk for each 256 requests. */
    public static final int SERVER_BLOCK = 256;

    /** For a command that speaks once. */
    public static final int SINGLE = 1;

    private final CounterFile counter;
    private final int block;
    private final IntUnaryOperator permutation;
    private long next;
    private long end;

    /**
     * @param stateDirectory
     *            made when the first id is reserved
     * @param block
     *            ids taken at a time, and at most skipped by a crash
     * @param permutation
     *            turns the counter into ids that nobody else can put in order; one to one, and always the same
     */
    public DurableRequestIds(Path stateDirectory, int block, IntUnaryOperator permutation) {
        this.counter = new CounterFile(stateDirectory);
        this.block = block;
        this.permutation = permutation;
    }

    @Override
    public synchronized RequestId reserve() {
        if (next == end) {
            try {
                next = counter.take(block);
            } catch (IOException e) {
                throw new StageFailed("no request id could be reserved: " + e.getMessage(), e);
            }
            end = next + block;
        }
        return new RequestId(permutation.applyAsInt((int) next++));
    }
}
