package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.text.IncrementalText;
import java.util.Optional;

/**
 * The audio of a request whose text arrives while it is spoken. The samples are those of the whole text at once, wherever
 * no flush came in between. Used by one thread at a time.
 */
public interface IncrementalSynthesis extends SynthesisStream, IncrementalText {

    /** {@inheritDoc} Returns nothing as well while more text is needed: see {@link #isWaiting}. */
    @Override
    Optional<StampedAudio> next();
}
