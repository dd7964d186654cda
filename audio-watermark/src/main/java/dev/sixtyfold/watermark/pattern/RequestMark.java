package dev.sixtyfold.watermark.pattern;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.WatermarkKey;

/**
 * What a key makes of a request id: the family of signs, the slot of the period that its audio begins in, and check bits.
 * A function of key and id alone, so that rendering a request again gives the same samples; and unlike from request to
 * request, so that laying many recordings over one another does not bring the pattern out.
 *
 * @param family
 *            from 0 to {@value KeyedPattern#FAMILIES} - 1
 * @param startSlot
 *            from 0 to {@value CellGrid#PERIOD} - 1
 * @param payload
 *            {@value #PAYLOAD_BITS} bits: the id, then check bits
 */
public record RequestMark(int family, int startSlot, long payload) {

    /** Bits that say whether the id was read right; the family says it again. */
    public static final int CHECK_BITS = 8;

    /** Bits that the error correction protects. */
    public static final int PAYLOAD_BITS = 32 + CHECK_BITS;

    public static RequestMark of(WatermarkKey key, RequestId id) {
        long digest = key.digest(id.value());
        int family = (int) (digest & (KeyedPattern.FAMILIES - 1));
        int startSlot = (int) (digest >>> 8 & (CellGrid.PERIOD - 1));
        long check = digest >>> 16 & ((1 << CHECK_BITS) - 1);
        return new RequestMark(family, startSlot, Integer.toUnsignedLong(id.value()) << CHECK_BITS | check);
    }

    /** The id that a payload holds, right or wrong. */
    public static RequestId idOf(long payload) {
        return new RequestId((int) (payload >>> CHECK_BITS));
    }
}
