package dev.sixtyfold.watermark.pattern;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.util.Arrays;
import java.util.Optional;

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

    /** Of an id that the counter gave out. */
    public static RequestMark of(WatermarkKey key, RequestId id) {
        return of(key, id, Origin.ISSUED);
    }

    /** The marks of one id by counter and by choice differ in family, start and every check bit. */
    public static RequestMark of(WatermarkKey key, RequestId id, Origin origin) {
        long issued = key.digest(id.value());
        long digest = switch (origin) {
            case ISSUED -> issued;
            case CHOSEN -> ~issued;
        };
        int family = (int) (digest & (KeyedPattern.FAMILIES - 1));
        int startSlot = (int) (digest >>> 8 & (CellGrid.PERIOD - 1));
        long check = digest >>> 16 & ((1 << CHECK_BITS) - 1);
        return new RequestMark(family, startSlot, Integer.toUnsignedLong(id.value()) << CHECK_BITS | check);
    }

    /** Whose mark a payload in a family is; nothing if it was read wrong. */
    public static Optional<Origin> originOf(WatermarkKey key, long payload, int family) {
        return Arrays.stream(Origin.values()).filter(origin -> {
            RequestMark mark = of(key, idOf(payload), origin);
            return mark.payload() == payload && mark.family() == family;
        }).findFirst();
    }

    /** The id that a payload holds, right or wrong. */
    public static RequestId idOf(long payload) {
        return new RequestId((int) (payload >>> CHECK_BITS));
    }
}
