package dev.sixtyfold.speech;

import java.util.HexFormat;

/** The 32-bit number of a request, which its receipt and its watermark carry; written as 8 hex digits. */
public record RequestId(int value) {

    /**
     * Reads 8 hex digits.
     *
     * @throws IllegalArgumentException
     *             if {@code hex} is anything else
     */
    public static RequestId parse(String hex) {
        if (hex.length() != 8) {
            throw new IllegalArgumentException("a request id has 8 hex digits, not " + hex.length());
        }
        return new RequestId(HexFormat.fromHexDigits(hex));
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
