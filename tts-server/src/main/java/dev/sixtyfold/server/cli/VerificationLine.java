package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.AuditRecord;
import dev.sixtyfold.proto.v1.MarkedSpan;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.proto.v1.WatermarkEvidence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What was found in a recording, as a line: for people, or of JSON. What the caller may not see is left out. */
final class VerificationLine {

    private VerificationLine() {}

    static String text(String file, VerifyResponse found) {
        return file + ": " + verdict(found) + (found.getRequestId().isEmpty() ? "" : " " + found.getRequestId())
                + (found.getForeign() ? " (foreign: the id was chosen, it names no request)" : "");
    }

    static String error(String file, String problem) {
        return JsonLine.object(json -> {
            json.writeStringProperty("file", file);
            json.writeStringProperty("error", problem);
        });
    }

    static String json(String file, VerifyResponse found) {
        return JsonLine.object(json -> {
            json.writeStringProperty("file", file);
            json.writeStringProperty("verdict", verdict(found));
            json.writeStringProperty("requestId", orNull(found.getRequestId()));
            json.writeStringProperty("payload", orNull(found.getRequestId()));
            json.writeBooleanProperty("foreign", found.getForeign());
            if (found.hasEvidence()) {
                write(json, found.getEvidence());
            }
            if (found.hasRecord()) {
                json.writeName("record");
                json.writeStartObject();
                write(json, found.getRecord());
                json.writeEndObject();
            }
        });
    }

    private static void write(JsonGenerator json, WatermarkEvidence evidence) {
        json.writeStringProperty("keyId", orNull(evidence.getKeyId()));
        json.writeNumberProperty("score", JsonLine.rounded(evidence.getScore(), 2));
        json.writeNumberProperty("pValue", evidence.getPValue());
        json.writeNumberProperty("activeSeconds", JsonLine.rounded(evidence.getActiveSeconds(), 2));
        json.writeArrayPropertyStart("spans");
        for (MarkedSpan span : evidence.getSpansList()) {
            json.writeStartObject();
            json.writeNumberProperty("startSeconds", JsonLine.rounded(span.getStartSeconds(), 2));
            json.writeNumberProperty("endSeconds", JsonLine.rounded(span.getEndSeconds(), 2));
            json.writeStringProperty("payload", span.getRequestId());
            json.writeStringProperty("keyId", span.getKeyId());
            json.writeBooleanProperty("foreign", span.getForeign());
            json.writeNumberProperty("tempo", JsonLine.rounded(span.getTempo(), 4));
            json.writeNumberProperty("pitch", JsonLine.rounded(span.getPitch(), 4));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** As {@code audit show} has it. */
    private static void write(JsonGenerator json, AuditRecord record) {
        json.writeStringProperty("caller", record.getCaller());
        json.writeStringProperty("way", record.getWay());
        json.writeStringProperty("startedAt", record.getStartedAt());
        json.writeNumberProperty("sampleRate", record.getSampleRateHertz());
        if (!record.getVoiceName().isEmpty()) {
            json.writeStringProperty("voice", record.getVoiceName());
            json.writeStringProperty("modelHash", record.getModelHash());
            json.writeNumberProperty("seed", record.getSeed());
            json.writeNumberProperty("speakingRate", record.getSpeakingRate());
            json.writeNumberProperty("volumeGainDb", record.getVolumeGainDb());
            json.writeNumberProperty("characters", record.getCharacters());
        }
        json.writeStringProperty("outcome", record.getOutcome());
        json.writeNumberProperty("audioSeconds", record.getAudioSeconds());
    }

    private static String verdict(VerifyResponse found) {
        return found.getVerdict().name().replaceFirst("^WATERMARK_VERDICT_", "");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
