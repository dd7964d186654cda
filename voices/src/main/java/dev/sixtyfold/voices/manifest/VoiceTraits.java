package dev.sixtyfold.voices.manifest;

import java.util.List;
import java.util.Locale;

/**
 * What a listener is told of a voice.
 *
 * @param title
 *            its name for people
 * @param summary
 *            one sentence
 * @param language
 *            that it speaks: BCP 47, such as {@code en-US}
 * @param reads
 *            further languages whose texts its files can read, so that they can be explained, though it does not speak them
 */
public record VoiceTraits(String title, String summary, String language, List<String> reads, Gender gender) {

    public VoiceTraits {
        reads = List.copyOf(reads);
        checkTag("language", language);
        reads.forEach(tag -> checkTag("reads", tag));
    }

    private static void checkTag(String field, String tag) {
        if (!Locale.forLanguageTag(tag).toLanguageTag().equals(tag)) {
            throw new IllegalArgumentException(
                    "traits." + field + ": \"" + tag + "\" is no language tag such as en-US");
        }
    }

    /** How a voice sounds. */
    public enum Gender {
        FEMALE, MALE, NEUTRAL
    }
}
