package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.VoiceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a caller may know of a voice before choosing it.
 *
 * @param languages
 *            BCP 47 tags, the best first; at least one
 * @param reads
 *            further languages whose texts can be explained by its data, though it does not speak them
 * @param gender
 *            as its makers describe it
 * @param sampleRate
 *            that its model makes, in Hz
 * @param license
 *            SPDX identifier of the model's licence
 */
public record VoiceDescription(VoiceId id, List<String> languages, List<String> reads, Gender gender, int sampleRate,
        String license) {

    /** What voices are described as. */
    public enum Gender {
        FEMALE, MALE, NEUTRAL
    }

    public VoiceDescription {
        languages = List.copyOf(languages);
        reads = List.copyOf(reads);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("voice " + id + " speaks no language");
        }
    }

    /** Whether the voice speaks {@code tag}: {@code en} is spoken by a voice for {@code en-US}, not the other way round. */
    public boolean speaks(String tag) {
        return languages.stream().anyMatch(language -> covers(language, tag));
    }

    /** Which of the languages that the voice speaks or reads {@code tag} means; the best where it is empty. */
    public Optional<String> reading(String tag) {
        return tag.isEmpty()
                ? Optional.of(languages.getFirst())
                : Stream.concat(languages.stream(), reads.stream()).filter(language -> covers(language, tag))
                        .findFirst();
    }

    private static boolean covers(String language, String tag) {
        return language.equalsIgnoreCase(tag) || language.regionMatches(true, 0, tag + "-", 0, tag.length() + 1);
    }
}
