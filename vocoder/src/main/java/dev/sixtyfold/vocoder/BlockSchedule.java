package dev.sixtyfold.vocoder;

import java.util.ArrayList;
import java.util.List;

/**
 * How many frames each block of an utterance holds: a function of the utterance and the block's number alone, so that the
 * samples, which on some devices depend on where blocks begin and end by the last bit, are the same for every reader. Small
 * at first for an early sound, then larger for speed.
 *
 * @param sizes
 *            in frames, each at least 1; the last one repeats
 */
public record BlockSchedule(List<Integer> sizes) {

    public BlockSchedule {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("block sizes " + sizes + " must be positive");
        }
    }

    /** The same after a first block of so many frames. */
    public BlockSchedule after(int firstBlock) {
        List<Integer> all = new ArrayList<>(sizes);
        all.addFirst(firstBlock);
        return new BlockSchedule(all);
    }

    /** Frames of the block with that number, from 0. */
    public int size(int block) {
        return sizes.get(Math.min(block, sizes.size() - 1));
    }
}
