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
 *            frames on their way through the last layer, {@link #HEAD_ROWS} at most
 * @param outputs
 *            as many results of the last layer
 * @param here
 *            frames between two blocks
 * @param there
 *            those between the next two
 */
@SuppressWarnings("ArrayRecordComponent")
public record Workspace(RowMemory row, LayerRows widening, LayerRows narrowing, LayerRows head, float[] outputs,
        FrameRows here,
        FrameRows there) {

    /** Frames that go through a layer at once: enough for the product's kernels, few enough for the caches. */
    public static final int ROWS = 256;

    /** Likewise for the last layer, whose results are many. */
    public static final int HEAD_ROWS = 32;

    public static Workspace of(int channels, int inner, int outputs) {
        return new Workspace(RowMemory.of(channels, inner), new LayerRows(ROWS, channels, inner),
                new LayerRows(ROWS, inner, channels), new LayerRows(HEAD_ROWS, channels, outputs),
                new float[HEAD_ROWS * outputs],
                new FrameRows(channels), new FrameRows(channels));
    }
}
