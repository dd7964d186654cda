package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.pattern.Origin;

/**
 * A stretch of a recording that carries one id.
 *
 * @param startSeconds
 *            in the recording, to about a second
 * @param endSeconds
 *            likewise
 * @param origin
 *            of the id
 * @param score
 *            {@code z} of the stretch at its best
 * @param logPValue
 *            natural logarithm of the probability of that score or a better one, anywhere in the recording, without the mark
 * @param line
 *            how the stretch was changed in tempo and pitch, as far as that was tried
 */
public record Span(double startSeconds, double endSeconds, RequestId requestId, KeyId keyId, Origin origin,
        double score,
        double logPValue, Line line) {

    public double seconds() {
        return endSeconds - startSeconds;
    }
}
