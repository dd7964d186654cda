package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a voice reads what a request brings. Safe for use by many threads.
 *
 * @param usualPitch
 *            in Hz: what a pitch that SSML gives in Hz is measured by
 */
public record VoiceReading(VoiceId voice, TextFrontend frontend, double usualPitch) {

    /**
     * Begins to read.
     *
     * @throws InvalidRequest
     *             naming the input's field, if it is an SSML document that cannot be followed
     */
    public UtteranceReader open(SpokenInput input, ReadingOptions options, Lexicons lexicons) {
        TextFrontend reader = frontend.with(lexicons);
        return switch (input) {
            case SpokenInput.PlainText plain -> reader.open(plain.source(), options);
            case SpokenInput.Ssml ssml -> reader.open(marked(ssml));
        };
    }

    /** All utterances of the input, in order; together they cover it. */
    public List<Utterance> utterances(SpokenInput input, Lexicons lexicons) {
        UtteranceReader reader = open(input, ReadingOptions.DEFAULTS, lexicons);
        List<Utterance> utterances = new ArrayList<>();
        for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
            utterances.add(next.get());
        }
        return utterances;
    }

    private MarkedText marked(SpokenInput.Ssml ssml) {
        MarkedText marked = new SsmlReader(frontend.notation(), usualPitch).read(ssml.source());
        for (Instruction instruction : marked.instructions()) {
            if (instruction instanceof Instruction.Voice other && !other.name().equals(voice.name())) {
                throw new InvalidRequest(ssml.field(), "<voice> asks for \"" + printable(other.name())
                        + "\", but one voice speaks a whole request, and this one's is " + voice
                        + ": choose it by voice.name and take the element out");
            }
        }
        return marked;
    }

    /** Callers' strings go into messages and headers: not without bound, and printable. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64) + "...";
    }
}
