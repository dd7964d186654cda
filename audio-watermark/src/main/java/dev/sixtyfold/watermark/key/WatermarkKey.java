package dev.sixtyfold.watermark.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A 256-bit secret and what it is good for. Everything is derived from it by HKDF under {@code wm/v1/KEY-ID/PURPOSE}; the
 * secret itself never meets audio. Immutable; {@link #toString} shows the id alone.
 */
public final class WatermarkKey {

    /** Bytes of a secret. */
    public static final int SECRET_BYTES = 32;

    private final byte[] secret;
    private final KeyId id;
    private final byte[] patternKey;
    private final byte[] requestKey;

    /**
     * @param secret
     *            {@value #SECRET_BYTES} bytes; copied
     */
    public WatermarkKey(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a watermark key has " + SECRET_BYTES + " bytes, not " + secret.length);
        }
        this.secret = secret.clone();
        this.id = new KeyId(HexFormat.of().formatHex(KeyDerivation.derive(secret, "wm/v1/key-id", 4)));
        this.patternKey = KeyDerivation.derive(secret, "wm/v1/" + id + "/pattern", 32);
        this.requestKey = KeyDerivation.derive(secret, "wm/v1/" + id + "/request", 32);
    }

    /** A new one. */
    public static WatermarkKey generate(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new WatermarkKey(secret);
    }

    /**
     * Reads 64 hex digits, as a configuration or an environment variable gives them.
     *
     * @throws IllegalArgumentException
     *             if {@code hex} is anything else; the message does not repeat it
     */
    public static WatermarkKey parse(String hex) {
        byte[] secret;
        try {
            secret = HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a watermark key is written as " + 2 * SECRET_BYTES + " hex digits");
        }
        return new WatermarkKey(secret);
    }

    public KeyId id() {
        return id;
    }

    /**
     * Pseudo-random bytes: the key stream of AES-256 in counter mode.
     *
     * @param stream
     *            which one; streams are independent of each other
     */
    public byte[] stream(long stream, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            // The upper half of the counter block numbers the stream, the lower half counts its blocks.
            byte[] start = ByteBuffer.allocate(16).putLong(stream).putLong(0).array();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(patternKey, "AES"), new IvParameterSpec(start));
            return cipher.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no AES in counter mode", e);
        }
    }

    /** A 64-bit pseudo-random function of a request id, from which all that is particular to the request derives. */
    public long digest(int requestId) {
        byte[] digest = KeyDerivation.mac(requestKey).doFinal(ByteBuffer.allocate(4).putInt(requestId).array());
        return ByteBuffer.wrap(digest).getLong();
    }

    /** The keyed permutation that turns a counter into request ids. */
    public IdPermutation permutation() {
        return new IdPermutation(KeyDerivation.derive(secret, "wm/v1/" + id + "/permutation", 32));
    }

    /** For the key file alone. */
    String secretHex() {
        return HexFormat.of().formatHex(secret);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatermarkKey key && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "watermark key " + id;
    }
}
