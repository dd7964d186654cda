package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.CustomPronunciationParams;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconException;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.LexiconText.Phrase;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.lexicon.check.LexiconExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The lexicons that hold for a request: its pronunciations, its own lexicons, its caller's, those of the server. */
record RequestLexicons(StandingLexicons standing) {

    private static final String PRONUNCIATIONS = "input.custom_pronunciations";
    private static final String LEXICONS = "input.lexicons";

    /** They are read, and their examples spoken, before the first sample. */
    private static final int MOST_LEXICONS = 8;
    private static final int LONGEST_LEXICON = 65_536;
    private static final int MOST_EXAMPLES = 100;

    /**
     * What holds for {@code input} when {@code caller} sends it.
     *
     * @param frontend
     *            asked for only if a lexicon has examples
     * @throws InvalidRequest
     *             if a pronunciation or a lexicon cannot be used
     */
    Lexicons of(SynthesisInput input, Caller caller, Supplier<Frontend> frontend) {
        Lexicons lexicons = standing.of(caller);
        if (input.getLexiconsCount() > MOST_LEXICONS) {
            throw new InvalidRequest(LEXICONS, "has " + input.getLexiconsCount() + " lexicons; a request may have "
                    + MOST_LEXICONS);
        }
        for (String text : input.getLexiconsList().reversed()) {
            lexicons = lexicons.andOfRequest(lexicon(text, frontend));
        }
        List<CustomPronunciationParams> pronunciations = input.getCustomPronunciations().getPronunciationsList();
        return pronunciations.isEmpty() ? lexicons : lexicons.andOfRequest(pronunciations(pronunciations));
    }

    private static Lexicon lexicon(String text, Supplier<Frontend> frontend) {
        if (text.length() > LONGEST_LEXICON) {
            throw new InvalidRequest(LEXICONS, "one has " + text.length() + " characters; a request's may have "
                    + LONGEST_LEXICON);
        }
        try {
            Lexicon lexicon = LexiconText.parse("lexicon", "of the request", text);
            if (lexicon.examples().size() > MOST_EXAMPLES) {
                throw new InvalidRequest(LEXICONS, "one has " + lexicon.examples().size()
                        + " examples; a request's may have " + MOST_EXAMPLES);
            }
            if (!lexicon.examples().isEmpty()) {
                LexiconExamples.require(lexicon, frontend.get()::utterances);
            }
            return lexicon;
        } catch (LexiconException e) {
            throw new InvalidRequest(LEXICONS, printable(e));
        }
    }

    private static Lexicon pronunciations(List<CustomPronunciationParams> given) {
        List<Phrase> phrases = new ArrayList<>();
        for (CustomPronunciationParams each : given) {
            PhoneticAlphabet alphabet = switch (each.getPhoneticEncoding()) {
                case PHONETIC_ENCODING_IPA, PHONETIC_ENCODING_UNSPECIFIED -> PhoneticAlphabet.IPA;
                case PHONETIC_ENCODING_X_SAMPA -> PhoneticAlphabet.X_SAMPA;
                case UNRECOGNIZED -> throw new InvalidRequest(PRONUNCIATIONS, "there is no phonetic encoding "
                        + each.getPhoneticEncodingValue()
                        + "; use PHONETIC_ENCODING_IPA or PHONETIC_ENCODING_X_SAMPA");
            };
            phrases.add(new Phrase(each.getPhrase(), alphabet, each.getPronunciation()));
        }
        try {
            return LexiconText.of("pronunciations", phrases);
        } catch (LexiconException e) {
            throw new InvalidRequest(PRONUNCIATIONS, printable(e));
        }
    }

    /** Messages travel in headers, in one line and not without bound. */
    private static String printable(LexiconException e) {
        String line = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return line.length() <= 500 ? line : line.substring(0, 500) + "...";
    }
}
