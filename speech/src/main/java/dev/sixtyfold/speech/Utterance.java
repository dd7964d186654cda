package dev.sixtyfold.speech;

import java.util.List;

/**
 * The unit that the acoustic model sees at once: a sentence, or a clause of a long one.
 *
 * @param index
 *            its number in the request, from 0; with the seed it fixes the noise of the utterance
 * @param source
 *            the part of the caller's text that it covers
 * @param normalized
 *            the text as it is spoken, in letters
 * @param phonemes
 *            empty where nothing of the source can be spoken
 * @param skipped
 *            parts of {@code source} that are not spoken
 * @param notes
 *            on what was asked of parts of {@code source} and could not be done
 * @param delivery
 *            pace, pitch, level, the pause after it
 */
public record Utterance(int index, SourceSpan source, String normalized, PhonemeSequence phonemes,
        List<SkippedSpan> skipped, List<SourceNote> notes, Delivery delivery) {

    public Utterance {
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** An utterance that is delivered as the voice does it by itself. */
    public Utterance(int index, SourceSpan source, String normalized, PhonemeSequence phonemes,
            List<SkippedSpan> skipped) {
        this(index, source, normalized, phonemes, skipped, List.of(), Delivery.PLAIN);
    }
}
