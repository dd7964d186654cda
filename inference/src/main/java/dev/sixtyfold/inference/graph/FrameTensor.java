package dev.sixtyfold.inference.graph;

/**
 * A tensor of rank 3 that has a column for each frame of a block: {@code [N, channels, n]} or {@code [N, n, channels]}.
 *
 * @param delay
 *            column {@code c} of a block belongs to the frame that lies this many frames before column {@code c} of the
 *            graph's input
 * @param timeAxis
 *            2 or 1
 */
record FrameTensor(int delay, int timeAxis, int channels) {

    FrameTensor delayedBy(int frames) {
        return new FrameTensor(delay + frames, timeAxis, channels);
    }

    FrameTensor withChannels(int count) {
        return new FrameTensor(delay, timeAxis, count);
    }

    FrameTensor transposed() {
        return new FrameTensor(delay, 3 - timeAxis, channels);
    }

    int channelAxis() {
        return 3 - timeAxis;
    }

    boolean isAxis(long axis, int expected) {
        return (axis < 0 ? axis + 3 : axis) == expected;
    }
}
