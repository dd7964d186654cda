package dev.sixtyfold.vocoder.hibari;

import java.util.List;

/**
 * What a vocoder graph that runs block by block remembers, and how far it looks ahead.
 *
 * @param delayFrames
 *            frames that come out later than they went in
 * @param maskLeadFrames
 *            frames that the mask begins before the block's first
 * @param stateFrames
 *            frames that each state holds
 * @param stateChannels
 *            channels of each state, in order
 */
public record StatefulShape(int delayFrames, int maskLeadFrames, int stateFrames, List<Integer> stateChannels) {

    public StatefulShape {
        stateChannels = List.copyOf(stateChannels);
    }
}
