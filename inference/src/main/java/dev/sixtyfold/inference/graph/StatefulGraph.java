package dev.sixtyfold.inference.graph;

import java.util.List;

/**
 * A graph that computes an utterance in blocks of frames, each frame once.
 *
 * @param graph
 *            inputs: the frames {@code [N, channels, n]}; the mask {@code [N, 1, n + maskLead]}, if it is {@code masked};
 *            the states. Outputs: the result for n frames, then the new states
 * @param delay
 *            column {@code c} of a block's result belongs to the frame that lies this many frames before column
 *            {@code c} of its input; an utterance is flushed by as many frames of zeros
 * @param masked
 *            whether a convolution reads anything but the graph's input, so that frames outside the utterance have to be
 *            kept from it
 * @param maskLead
 *            element {@code j} of a block's mask belongs to the frame that lies {@code maskLead - j} frames before the
 *            block's first: 1 within the utterance, 0 before its start and after its end
 * @param states
 *            in the order of the graph's inputs
 */
public record StatefulGraph(OnnxGraph graph, int delay, boolean masked, int maskLead, List<State> states) {

    public StatefulGraph {
        states = List.copyOf(states);
    }

    /**
     * Past frames of one tensor, zero at the start of an utterance.
     *
     * @param input
     *            name of the state before a block
     * @param output
     *            name of the state after it
     * @param channels
     *            at least 1
     * @param frames
     *            how many past frames are kept
     * @param framesLast
     *            whether the shape is {@code [N, channels, frames]} rather than {@code [N, frames, channels]}
     */
    public record State(String input, String output, int channels, int frames, boolean framesLast) {}
}
