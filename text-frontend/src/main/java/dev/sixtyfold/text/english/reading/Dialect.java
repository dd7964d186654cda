package dev.sixtyfold.text.english.reading;

import java.util.Optional;

/** The English that is spoken: how words sound and how numbers, dates and measures are read. */
public enum Dialect {
    /** General American. */
    AMERICAN("en-US"),
    /** Southern British. */
    BRITISH("en-GB");

    private final String languageTag;

    Dialect(String languageTag) {
        this.languageTag = languageTag;
    }

    /** BCP 47. */
    public String languageTag() {
        return languageTag;
    }

    /** The dialect of a BCP 47 tag, whatever its case; {@code "en"} is American. Nothing for another language or region. */
    public static Optional<Dialect> of(String languageTag) {
        for (Dialect dialect : values()) {
            if (dialect.languageTag.equalsIgnoreCase(languageTag)) {
                return Optional.of(dialect);
            }
        }
        return languageTag.equalsIgnoreCase("en") ? Optional.of(AMERICAN) : Optional.empty();
    }
}
