package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import java.util.List;
import java.util.Optional;

/**
 * The audio of one request, made as it is asked for: a reader that does not ask stops its own vocoder. Used by one thread
 * at a time.
 */
public interface SynthesisStream extends AutoCloseable {

    /** Reserved durably before the stream was opened. */
    RequestId requestId();

    /** The rate of every chunk, in Hz. */
    int sampleRate();

    /**
     * Computes and returns the next samples, or nothing at the end.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the request is cancelled, its deadline passes or a stage fails; the stream is then over
     */
    Optional<StampedAudio> next();

    /** Whether {@link #next} has returned nothing because more text is needed, not because the audio is over. */
    default boolean isWaiting() {
        return false;
    }

    /**
     * The words and marks whose times have become known since the last call, in order. To be asked after {@link #next} and
     * before what it returned is passed on: none of them lies before those samples.
     */
    List<Timepoint> timepoints();

    /** The account of what has been done so far; complete once {@link #next} has returned nothing. */
    Receipt receipt();

    /** Frees what the stream holds, its place among the admitted ones too. May be called more than once. */
    @Override
    void close();
}
