package dev.sixtyfold.watermark.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF (RFC 5869) and HMAC (RFC 2104), both over SHA-256, as the runtime has them. */
final class KeyDerivation {

    private static final byte[] SALT = "sixtyfold watermark".getBytes(StandardCharsets.US_ASCII);
    private static final String MAC = "HmacSHA256";

    private KeyDerivation() {}

    /**
     * {@code length} bytes for one purpose: knowing those of other purposes does not help to find them.
     *
     * @param purpose
     *            HKDF's {@code info}
     */
    static byte[] derive(byte[] secret, String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(SALT)
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HKDF-SHA256", e);
        }
    }

    /** A keyed HMAC-SHA256; not for several threads at once. */
    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java runtime has no " + MAC, e);
        }
    }
}
