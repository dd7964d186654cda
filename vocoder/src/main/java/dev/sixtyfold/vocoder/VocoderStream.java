package dev.sixtyfold.vocoder;

import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AudioChunk;
import java.util.Optional;

/**
 * The samples of one utterance, block after block. The blocks are the same however the stream is read, so unary and
 * streamed synthesis give the same samples. Used by one thread at a time.
 */
@FunctionalInterface
public interface VocoderStream {

    /** Computes the next block and returns what has become final by it, or nothing at the end of the utterance. */
    Optional<AudioChunk> next();

    /** Whether {@link #next} will return nothing; a stream may not know before it has been asked. */
    default boolean isOver() {
        return false;
    }

    /** What its blocks shared with those of other streams so far; nothing where each goes by itself. */
    default BatchFigures batching() {
        return BatchFigures.NONE;
    }
}
