package dev.sixtyfold.vocoder.hibari;

import java.util.List;

/**
 * What a vocoder graph that runs block by block remembers, and how far it looks ahead.
 *
 * @param delayFrames
 *            frames that it looks ahead: the first block yields so many fewer, the last one so many more
 * @param tailFrames
 *            zeros that the tail holds in the last block
 * @param firstStateFrames
 *            zeros that each state holds before the first block
 * @param stateFrames
 *            frames that each state holds after it
 * @param stateChannels
 *            channels of each state, in order
 */
public record StatefulShape(int delayFrames, int tailFrames, int firstStateFrames, int stateFrames,
        List<Integer> stateChannels) {

    public StatefulShape {
        stateChannels = List.copyOf(stateChannels);
    }
}
