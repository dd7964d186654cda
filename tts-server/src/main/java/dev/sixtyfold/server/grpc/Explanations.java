package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.Alternative;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.Coverage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the frontend's utterances to the answer of the call Explain. */
public final class Explanations {

    private Explanations() {}

    /** How a voice reads these utterances. */
    public static ExplainResponse response(VoiceChoice.Reading reading, List<Utterance> utterances) {
        ExplainResponse.Builder response = ExplainResponse.newBuilder().setVoiceName(reading.voice().name())
                .setLanguageCode(reading.language())
                .setNormalized(joined(utterances, Utterance::normalized))
                .setPhonemes(joined(utterances, utterance -> utterance.phonemes().symbols()));
        for (Utterance utterance : utterances) {
            response.addUtterances(Messages.span(utterance.source()));
            utterance.phonemes().words().forEach(word -> response.addWords(word(word)));
            response.addNormalizedUtterances(utterance.normalized());
            response.addAllNotes(Messages.notes(utterance.notes()));
        }
        Coverage coverage = Coverage.of(utterances);
        return response.setCoverage(Messages.coverage(coverage.spoken(), coverage.skipped())).build();
    }

    private static ExplainedWord word(SpokenWord word) {
        ExplainedWord.Builder message = ExplainedWord.newBuilder().setSpan(Messages.span(word.source()))
                .setText(word.text()).setSpoken(word.spoken()).setPhonemes(word.phonemes()).setSource(word.decidedBy())
                .setRule(word.explanation().rule()).setPartOfSpeech(word.explanation().partOfSpeech());
        word.explanation().alternatives().forEach(other -> message.addAlternatives(Alternative.newBuilder()
                .setPhonemes(other.phonemes()).setUse(other.use()).setScore(other.score())));
        return message.build();
    }

    private static String joined(List<Utterance> utterances, Function<Utterance, String> part) {
        return utterances.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
