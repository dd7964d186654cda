package dev.sixtyfold.server.cli;

import dev.sixtyfold.speech.Explanation;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.Coverage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** How a text would be spoken, as a line of JSON or as a table for people. */
record ExplanationText(String text, List<Utterance> utterances) {

    String json() {
        Coverage coverage = Coverage.of(utterances);
        return JsonLine.object(json -> {
            json.writeStringProperty("text", text);
            json.writeStringProperty("normalized", joined(Utterance::normalized));
            json.writeStringProperty("phonemes", joined(utterance -> utterance.phonemes().symbols()));
            json.writeArrayPropertyStart("words");
            words().forEach(word -> word(json, word));
            json.writeEndArray();
            json.writeArrayPropertyStart("skipped");
            for (SkippedSpan skipped : coverage.skipped()) {
                spanned(json, skipped.source(), "reason", skipped.reason());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("spoken");
            coverage.spoken().forEach(span -> spanned(json, span, "", ""));
            json.writeEndArray();
            json.writeArrayPropertyStart("utterances");
            for (Utterance utterance : utterances) {
                spanned(json, utterance.source(), "normalized", utterance.normalized());
            }
            json.writeEndArray();
            if (!notes().isEmpty()) {
                json.writeArrayPropertyStart("notes");
                notes().forEach(note -> spanned(json, note.source(), "note", note.text()));
                json.writeEndArray();
            }
        });
    }

    private static void word(JsonGenerator json, SpokenWord word) {
        Explanation why = word.explanation();
        json.writeStartObject();
        json.writeStringProperty("text", word.text());
        json.writeNumberProperty("start", word.source().start());
        json.writeNumberProperty("end", word.source().end());
        json.writeStringProperty("spoken", word.spoken());
        json.writeStringProperty("phonemes", word.phonemes());
        json.writeStringProperty("source", word.decidedBy());
        json.writeStringProperty("rule", why.rule());
        if (!why.partOfSpeech().isEmpty()) {
            json.writeStringProperty("partOfSpeech", why.partOfSpeech());
        }
        if (!why.alternatives().isEmpty()) {
            json.writeArrayPropertyStart("alternatives");
            for (Explanation.Alternative other : why.alternatives()) {
                json.writeStartObject();
                json.writeStringProperty("phonemes", other.phonemes());
                json.writeStringProperty("use", other.use());
                json.writeNumberProperty("score", JsonLine.rounded(other.score(), 4));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** An object with a span, and a property unless its name is empty. */
    private static void spanned(JsonGenerator json, SourceSpan span, String name, String value) {
        json.writeStartObject();
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
        if (!name.isEmpty()) {
            json.writeStringProperty(name, value);
        }
        json.writeEndObject();
    }

    String table() {
        StringBuilder table = new StringBuilder(text).append('\n');
        for (SpokenWord word : words()) {
            Explanation why = word.explanation();
            row(table, word.source(), "%-20s %-24s %-24s %-20s %s".formatted(word.text(), word.spoken(),
                    word.phonemes(), why.rule(), why.partOfSpeech()).stripTrailing());
            for (Explanation.Alternative other : why.alternatives()) {
                row(table, word.source(), String.format(Locale.ROOT, "  %5.1f %% %s %s", 100 * other.score(),
                        other.phonemes(), other.use()));
            }
        }
        for (SkippedSpan skipped : Coverage.of(utterances).skipped()) {
            row(table, skipped.source(), "skipped: " + skipped.reason());
        }
        notes().forEach(note -> row(table, note.source(), "note: " + note.text()));
        return table.toString();
    }

    private static void row(StringBuilder table, SourceSpan span, String content) {
        table.append("  %5d-%-5d %s%n".formatted(span.start(), span.end(), content));
    }

    private String joined(Function<Utterance, String> part) {
        return utterances.stream().map(part).filter(given -> !given.isEmpty()).collect(Collectors.joining(" "));
    }

    private List<SpokenWord> words() {
        return utterances.stream().flatMap(utterance -> utterance.phonemes().words().stream()).toList();
    }

    private List<SourceNote> notes() {
        return utterances.stream().flatMap(utterance -> utterance.notes().stream()).toList();
    }
}
