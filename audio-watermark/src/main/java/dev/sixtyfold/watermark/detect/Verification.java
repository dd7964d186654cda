package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.pattern.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a recording.
 *
 * @param spans
 *            stretches whose id was read, in order of time; empty if only the presence of a mark is certain, or nothing
 * @param keyId
 *            of the key of the best trace, if the verdict is {@link Verdict#WATERMARKED}
 * @param score
 *            the best {@code z} of all that was tried
 * @param logPValue
 *            natural logarithm of the probability of that score without the mark, all that was tried taken into account
 * @param logHypotheses
 *            natural logarithm of how much was tried: stretches, offsets, start slots, families, lines and keys, and once
 *            more all ids for each that was decoded
 * @param activeSeconds
 *            of sound that could carry a mark
 */
public record Verification(Verdict verdict, List<Span> spans, Optional<KeyId> keyId, double score, double logPValue,
        double logHypotheses, double activeSeconds) {

    /** A mark is claimed if the probability of the score without one is at most this. */
    public static final double THRESHOLD = 1e-6;

    public Verification {
        spans = List.copyOf(spans);
    }

    /** The stretch that says most of the recording. */
    public Optional<Span> longestSpan() {
        return spans.stream().max(Comparator.comparingDouble(Span::seconds));
    }

    /** The id of the longest span. */
    public Optional<RequestId> requestId() {
        return longestSpan().map(Span::requestId);
    }

    /** Whether the id of the longest span was chosen by who held the key, and so names no request. */
    public boolean isForeign() {
        return longestSpan().filter(span -> span.origin() == Origin.CHOSEN).isPresent();
    }

    /** The probability of such a score without the mark, at most; 0 if it is too small for a {@code double}. */
    public double pValue() {
        return Math.exp(logPValue);
    }
}
