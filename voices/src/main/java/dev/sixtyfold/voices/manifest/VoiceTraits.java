package dev.sixtyfold.voices.manifest;

import java.util.Locale;

/**
 * What a listener is told of a voice.
 *
 * @param title
 *            its name for people
 * @param summary
 *            one sentence
 * @param language
 *            BCP 47, such as {@code en-US}
 */
public record VoiceTraits(String title, String summary, String language, Gender gender) {

    public VoiceTraits {
        if (!Locale.forLanguageTag(language).toLanguageTag().equals(language)) {
            throw new IllegalArgumentException("traits.language: \"" + language
                    + "\" is no language tag such as en-US");
        }
    }

    /** How a voice sounds. */
    public enum Gender {
        FEMALE, MALE, NEUTRAL
    }
}
