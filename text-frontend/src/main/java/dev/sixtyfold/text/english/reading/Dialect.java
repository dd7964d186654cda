package dev.sixtyfold.text.english.reading;

import dev.sixtyfold.text.alphabet.Accent;
import java.util.Optional;

/** The English that is spoken: how words sound and how numbers, dates and measures are read. */
public enum Dialect {
    /** General American. */
    AMERICAN("en-US", Accent.AMERICAN),
    /** Southern British. */
    BRITISH("en-GB", Accent.BRITISH);

    private final String languageTag;
    private final Accent accent;

    Dialect(String languageTag, Accent accent) {
        this.languageTag = languageTag;
        this.accent = accent;
    }

    /** BCP 47. */
    public String languageTag() {
        return languageTag;
    }

    /** How pronunciations that are written down sound in it. */
    public Accent accent() {
        return accent;
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
