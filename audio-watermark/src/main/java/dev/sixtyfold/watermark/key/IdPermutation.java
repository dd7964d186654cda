package dev.sixtyfold.watermark.key;

import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * A keyed permutation of the 32-bit numbers: a balanced Feistel network whose round function is HMAC-SHA256. A counter
 * becomes ids that nobody without the key can put in order, and since it is a permutation no two are the same.
 *
 * <p>M. Luby, C. Rackoff, "How to construct pseudorandom permutations from pseudorandom functions", SIAM J. Comput. 17,
 * 1988; ten rounds as in NIST SP 800-38G. Immutable.
 */
public final class IdPermutation {

    private static final int ROUNDS = 10;
    private static final int HALF_MASK = 0xFFFF;

    private final byte[] key;

    IdPermutation(byte[] key) {
        this.key = key;
    }

    /** Counter to id. */
    public int apply(int counter) {
        Mac mac = KeyDerivation.mac(key);
        int left = counter >>> 16;
        int right = counter & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ roundFunction(mac, round, right);
            left = right;
            right = next;
        }
        return left << 16 | right;
    }

    /** Id to counter: the inverse of {@link #apply}. */
    public int invert(int id) {
        Mac mac = KeyDerivation.mac(key);
        int left = id >>> 16;
        int right = id & HALF_MASK;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int previous = right ^ roundFunction(mac, round, left);
            right = left;
            left = previous;
        }
        return left << 16 | right;
    }

    private static int roundFunction(Mac mac, int round, int half) {
        byte[] digest = mac.doFinal(ByteBuffer.allocate(3).put((byte) round).putShort((short) half).array());
        return Short.toUnsignedInt(ByteBuffer.wrap(digest).getShort());
    }
}
