package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.Alternative;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.proto.v1.SkippedSpan;
import dev.sixtyfold.proto.v1.TextNote;
import dev.sixtyfold.proto.v1.TextSpan;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** How a text would be spoken, as a line of JSON or as a table for people. */
record ExplanationText(String text, ExplainResponse explained) {

    String json() {
        return JsonLine.object(json -> {
            json.writeStringProperty("text", text);
            json.writeStringProperty("normalized", explained.getNormalized());
            json.writeStringProperty("phonemes", explained.getPhonemes());
            json.writeArrayPropertyStart("words");
            explained.getWordsList().forEach(word -> word(json, word));
            json.writeEndArray();
            json.writeArrayPropertyStart("skipped");
            for (SkippedSpan skipped : explained.getCoverage().getSkippedList()) {
                spanned(json, skipped.getSpan(), "reason", skipped.getReason());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("spoken");
            explained.getCoverage().getSpokenList().forEach(span -> spanned(json, span, "", ""));
            json.writeEndArray();
            json.writeArrayPropertyStart("utterances");
            for (int i = 0; i < explained.getUtterancesCount(); i++) {
                spanned(json, explained.getUtterances(i), "normalized", explained.getNormalizedUtterances(i));
            }
            json.writeEndArray();
            if (explained.getNotesCount() > 0) {
                json.writeArrayPropertyStart("notes");
                for (TextNote note : explained.getNotesList()) {
                    spanned(json, note.getSpan(), "note", note.getText());
                }
                json.writeEndArray();
            }
        });
    }

    private static void word(JsonGenerator json, ExplainedWord word) {
        json.writeStartObject();
        json.writeStringProperty("text", word.getText());
        json.writeNumberProperty("start", word.getSpan().getStart());
        json.writeNumberProperty("end", word.getSpan().getEnd());
        json.writeStringProperty("spoken", word.getSpoken());
        json.writeStringProperty("phonemes", word.getPhonemes());
        json.writeStringProperty("source", word.getSource());
        json.writeStringProperty("rule", word.getRule());
        if (!word.getPartOfSpeech().isEmpty()) {
            json.writeStringProperty("partOfSpeech", word.getPartOfSpeech());
        }
        if (word.getAlternativesCount() > 0) {
            json.writeArrayPropertyStart("alternatives");
            for (Alternative other : word.getAlternativesList()) {
                json.writeStartObject();
                json.writeStringProperty("phonemes", other.getPhonemes());
                json.writeStringProperty("use", other.getUse());
                json.writeNumberProperty("score", JsonLine.rounded(other.getScore(), 4));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** An object with a span, and a property unless its name is empty. */
    private static void spanned(JsonGenerator json, TextSpan span, String name, String value) {
        json.writeStartObject();
        json.writeNumberProperty("start", span.getStart());
        json.writeNumberProperty("end", span.getEnd());
        if (!name.isEmpty()) {
            json.writeStringProperty(name, value);
        }
        json.writeEndObject();
    }

    String table() {
        StringBuilder table = new StringBuilder(text).append('\n');
        for (ExplainedWord word : explained.getWordsList()) {
            row(table, word.getSpan(), "%-20s %-24s %-24s %-20s %s".formatted(word.getText(), word.getSpoken(),
                    word.getPhonemes(), word.getRule(), word.getPartOfSpeech()).stripTrailing());
            for (Alternative other : word.getAlternativesList()) {
                row(table, word.getSpan(), String.format(Locale.ROOT, "  %5.1f %% %s %s", 100 * other.getScore(),
                        other.getPhonemes(), other.getUse()));
            }
        }
        for (SkippedSpan skipped : explained.getCoverage().getSkippedList()) {
            row(table, skipped.getSpan(), "skipped: " + skipped.getReason());
        }
        explained.getNotesList().forEach(note -> row(table, note.getSpan(), "note: " + note.getText()));
        return table.toString();
    }

    private static void row(StringBuilder table, TextSpan span, String content) {
        table.append("  %5d-%-5d %s%n".formatted(span.getStart(), span.getEnd(), content));
    }
}
