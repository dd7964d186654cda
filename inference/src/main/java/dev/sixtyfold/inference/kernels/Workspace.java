package dev.sixtyfold.inference.kernels;

/**
 * Working memory of one thread, for any utterance.
 *
 * @param row
 *            of one frame
 * @param widening
 *            frames on their way into a block
 * @param narrowing
 *            frames on their way out of it
 * @param head
 *            frames on their way through the last layer
 */
public record Workspace(RowMemory row, LayerRows widening, LayerRows narrowing, LayerRows head) {

    /** Frames that go through a layer at once: enough for the product's kernels, few enough for the caches. */
    public static final int ROWS = 256;

    public static Workspace of(int channels, int inner, int outputs) {
        return new Workspace(RowMemory.of(channels, inner), new LayerRows(ROWS, channels, inner),
                new LayerRows(ROWS, inner, channels), new LayerRows(ROWS, channels, outputs));
    }
}
