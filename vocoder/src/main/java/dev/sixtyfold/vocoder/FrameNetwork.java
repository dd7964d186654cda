package dev.sixtyfold.vocoder;

import dev.sixtyfold.inference.NativeSession;
import dev.sixtyfold.speech.FrameTrack;

/** A network from acoustic frames to rows of spectral parts. Safe for use by many threads; each run serves one at a time. */
public interface FrameNetwork extends NativeSession {

    /**
     * Starts an utterance; computes nothing yet.
     *
     * @param frames
     *            of the whole utterance
     */
    FrameRun open(FrameTrack frames);
}
