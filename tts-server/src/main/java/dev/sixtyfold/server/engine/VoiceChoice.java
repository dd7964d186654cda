package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.UnknownVoice;
import java.util.List;
import java.util.stream.Collectors;

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
                    .orElseThrow(() -> new UnknownVoice("voice.language_code: no voice speaks \"" + shortened(language)
                            + "\"; there are voices for " + voices.stream().flatMap(voice -> voice.languages().stream())
                                    .distinct().collect(Collectors.joining(", "))));
        }
        VoiceDescription voice = voices.stream().filter(candidate -> candidate.id().name().equals(name)).findFirst()
                .orElseThrow(() -> new UnknownVoice("voice.name: there is no voice \"" + shortened(name)
                        + "\"; there are " + voices.stream().map(known -> known.id().name()).collect(
                                Collectors.joining(", "))));
        if (!language.isEmpty() && !voice.speaks(language)) {
            throw new InvalidRequest("voice.language_code", "voice " + voice.id() + " does not speak \"" + shortened(
                    language) + "\"; it speaks " + String.join(", ", voice.languages()));
        }
        return voice;
    }

    /** Callers' strings go into messages and headers: not without bound, and printable. */
    private static String shortened(String given) {
        String printable = given.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= 64 ? printable : printable.substring(0, 64) + "...";
    }
}
