package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All utterances of a text at once. */
record Utterances(List<Utterance> all) {

    static Utterances of(TextFrontend frontend, String text) {
        return of(frontend.open(text));
    }

    static Utterances of(UtteranceReader reader) {
        List<Utterance> all = new ArrayList<>();
        Optional<Utterance> next = reader.next();
        while (next.isPresent()) {
            all.add(next.get());
            next = reader.next();
        }
        return new Utterances(all);
    }

    String symbols() {
        return all.stream().map(utterance -> utterance.phonemes().symbols()).filter(symbols -> !symbols.isEmpty())
                .collect(Collectors.joining(" "));
    }

    String normalized() {
        return all.stream().map(Utterance::normalized).collect(Collectors.joining(" "));
    }

    List<SpokenWord> words() {
        return all.stream().flatMap(utterance -> utterance.phonemes().words().stream()).toList();
    }

    SpokenWord word(String text) {
        return words().stream().filter(word -> word.text().equals(text)).findFirst().orElseThrow(
                () -> new AssertionError("\"" + text + "\" is not among " + words()));
    }
}
