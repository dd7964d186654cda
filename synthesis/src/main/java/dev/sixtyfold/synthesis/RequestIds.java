package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.RequestId;

/** Hands out request ids, each of them once, also across restarts and crashes. */
@FunctionalInterface
public interface RequestIds {

    /**
     * A new id; when this returns, it is on disk that the id is taken.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.StageFailed
     *             if that cannot be written
     */
    RequestId reserve();
}
