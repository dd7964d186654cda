package dev.sixtyfold.inference.graph;

/**
 * The frames around one that a node sees.
 *
 * @param reach
 *            how many there are beside its own
 * @param lookAhead
 *            how many of them come after it
 */
record Window(int reach, int lookAhead) {

    /** Frames before its own. */
    int lookBehind() {
        return reach - lookAhead;
    }
}
