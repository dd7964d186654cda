package dev.sixtyfold.inference.graph;

import java.util.List;

/**
 * A graph that computes an utterance in blocks of frames, each frame once.
 *
 * <p>The first block of n frames yields n - {@code delay}: it has more than that many, unless it is the whole utterance.
 * Those after it yield as many as they get. The last one, which the tail tells, yields {@code delay} more.
 *
 * @param graph
 *            inputs: the frames {@code [N, channels, n]}; the tail {@code [N, t]}; the states. Outputs: the result for
 *            the frames that are complete, then the new states, which mean nothing after the last block
 * @param delay
 *            frames that the graph looks ahead
 * @param tail
 *            zeros that the tail holds in the last block of an utterance; it is empty in the others
 * @param states
 *            in the order of the graph's inputs
 */
public record StatefulGraph(OnnxGraph graph, int delay, int tail, List<State> states) {

    public StatefulGraph {
        states = List.copyOf(states);
    }

    /**
     * Past frames of one tensor.
     *
     * @param input
     *            name of the state before a block
     * @param output
     *            name of the state after it
     * @param channels
     *            at least 1
     * @param framesLast
     *            whether the shape is {@code [N, channels, frames]} rather than {@code [N, frames, channels]}
     */
    public record State(String input, String output, int channels, Past past, boolean framesLast) {}

    /**
     * How many frames a state holds.
     *
     * @param atStart
     *            zeros, before the first block
     * @param later
     *            after any block but the last
     */
    public record Past(int atStart, int later) {}
}
