package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.UnknownVoice;
import dev.sixtyfold.speech.VoiceId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the voice that a request means. */
public final class VoiceChoice {

    private VoiceChoice() {}

    /**
     * The voice of that name and language.
     *
     * @param name
     *            empty for any
     * @param language
     *            a BCP 47 tag, empty for any
     * @throws UnknownVoice
     *             if there is none of that name, or none for that language
     * @throws InvalidRequest
     *             if there is one of that name, but it does not speak the language
     */
    public static VoiceDescription choose(VoiceDirectory directory, String name, String language) {
        List<VoiceDescription> voices = directory.voices();
        if (name.isEmpty()) {
            return voices.stream().filter(voice -> language.isEmpty() || voice.speaks(language)).findFirst()
                    .orElseThrow(() -> unknownLanguage("speaks", language, voices, VoiceDescription::languages));
        }
        VoiceDescription voice = named(voices, name);
        if (!language.isEmpty() && !voice.speaks(language)) {
            throw new InvalidRequest("voice.language_code", "voice " + voice.id() + " does not speak \"" + shortened(
                    language) + "\"; it speaks " + String.join(", ", voice.languages()));
        }
        return voice;
    }

    /** A voice and one of the languages that it speaks or reads. */
    public record Reading(VoiceId voice, String language) {}

    /**
     * The voice of that name and how it is to read: for texts that are explained, not spoken. One that speaks the language
     * comes before one that only reads it.
     *
     * @param name
     *            empty for any
     * @param language
     *            a BCP 47 tag, empty for the best of the voice
     * @throws UnknownVoice
     *             if there is none of that name, or none for that language
     * @throws InvalidRequest
     *             if there is one of that name, but it does not read the language
     */
    public static Reading reading(VoiceDirectory directory, String name, String language) {
        List<VoiceDescription> voices = directory.voices();
        if (!name.isEmpty()) {
            VoiceDescription voice = named(voices, name);
            return new Reading(voice.id(), voice.reading(language).orElseThrow(() -> new InvalidRequest(
                    "voice.language_code", "voice " + voice.id() + " does not read \"" + shortened(language)
                            + "\"; it reads " + String.join(", ", readable(voice)))));
        }
        return Stream.concat(voices.stream().filter(voice -> language.isEmpty() || voice.speaks(language)),
                voices.stream()).flatMap(
                        voice -> voice.reading(language).map(tag -> new Reading(voice.id(), tag))
                                .stream())
                .findFirst()
                .orElseThrow(() -> unknownLanguage("reads", language, voices, VoiceChoice::readable));
    }

    private static List<String> readable(VoiceDescription voice) {
        return Stream.concat(voice.languages().stream(), voice.reads().stream()).toList();
    }

    private static VoiceDescription named(List<VoiceDescription> voices, String name) {
        return voices.stream().filter(candidate -> candidate.id().name().equals(name)).findFirst()
                .orElseThrow(() -> new UnknownVoice("voice.name: there is no voice \"" + shortened(name)
                        + "\"; there are " + voices.stream().map(known -> known.id().name()).collect(
                                Collectors.joining(", "))));
    }

    private static UnknownVoice unknownLanguage(String does, String language, List<VoiceDescription> voices,
            Function<VoiceDescription, List<String>> known) {
        return new UnknownVoice("voice.language_code: no voice " + does + " \"" + shortened(language)
                + "\"; there are voices for " + voices.stream().flatMap(voice -> known.apply(voice).stream()).distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** Callers' strings go into messages and headers: not without bound, and printable. */
    private static String shortened(String given) {
        String printable = given.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= 64 ? printable : printable.substring(0, 64) + "...";
    }
}
