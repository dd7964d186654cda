package dev.sixtyfold.vocoder;

import dev.sixtyfold.inference.NativeSession;
import dev.sixtyfold.speech.AcousticFrames;

/** A network from acoustic frames to rows of spectral parts. Safe for use by many threads; each run serves one at a time. */
public interface FrameNetwork extends NativeSession {

    /**
     * Starts an utterance; computes nothing yet.
     *
     * @param frames
     *            of the whole utterance
     * @param first
     *            row that is wanted, and all after it: what these do not depend on is not computed
     */
    FrameRun open(AcousticFrames frames, int first);
}
