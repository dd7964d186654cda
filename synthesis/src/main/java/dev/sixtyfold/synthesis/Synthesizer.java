package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.text.IdleLimit;

/** From text to stamped samples: what a transport needs to know of the pipeline. */
public interface Synthesizer {

    /**
     * Checks the request, admits it and reserves its id. No audio is computed before the first call of
     * {@link SynthesisStream#next}.
     *
     * @param cancellation
     *            asked by every stage, before each piece of work
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the request is wrong, the voice is not to be had, or the server is too busy
     */
    SynthesisStream open(SynthesisRequest request, Cancellation cancellation);

    /**
     * The same for a text that arrives in pieces.
     *
     * @param request
     *            whose text is the first piece, and may be empty
     * @param idle
     *            after which what has arrived is spoken although the text may go on
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the request is wrong, the voice is not to be had, or the server is too busy
     */
    IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation);
}
