package dev.sixtyfold.watermark.key;

import java.util.regex.Pattern;

/** The public name of a watermark key: 8 hex digits, derived from the secret one way. */
public record KeyId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("key id: '" + value + "' is not 8 hex digits in lower case");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
