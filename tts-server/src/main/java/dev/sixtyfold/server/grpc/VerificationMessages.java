package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.AuditRecord;
import dev.sixtyfold.proto.v1.MarkedSpan;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.proto.v1.WatermarkEvidence;
import dev.sixtyfold.proto.v1.WatermarkVerdict;
import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.verification.Disclosure;
import dev.sixtyfold.watermark.detect.Span;
import dev.sixtyfold.watermark.detect.Verdict;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.pattern.Origin;

/** From what a caller gets to see to the messages of the contract. */
public final class VerificationMessages {

    private VerificationMessages() {}

    public static VerifyResponse response(Disclosure disclosure) {
        VerifyResponse.Builder response = VerifyResponse.newBuilder().setVerdict(verdict(disclosure.verdict()))
                .setForeign(disclosure.isForeign()).setAudioSeconds(disclosure.audioSeconds());
        disclosure.requestId().ifPresent(id -> response.setRequestId(id.toString()));
        disclosure.exact().ifPresent(exact -> response.setEvidence(evidence(exact)));
        disclosure.record().ifPresent(record -> response.setRecord(record(record)));
        return response.build();
    }

    private static WatermarkVerdict verdict(Verdict verdict) {
        return switch (verdict) {
            case WATERMARKED -> WatermarkVerdict.WATERMARK_VERDICT_WATERMARKED;
            case NOT_DETECTED -> WatermarkVerdict.WATERMARK_VERDICT_NOT_DETECTED;
            case INCONCLUSIVE -> WatermarkVerdict.WATERMARK_VERDICT_INCONCLUSIVE;
        };
    }

    private static WatermarkEvidence evidence(Verification exact) {
        WatermarkEvidence.Builder evidence = WatermarkEvidence.newBuilder().setScore(exact.score()).setPValue(exact
                .pValue()).setActiveSeconds(exact.activeSeconds());
        exact.keyId().ifPresent(key -> evidence.setKeyId(key.value()));
        for (Span span : exact.spans()) {
            evidence.addSpans(MarkedSpan.newBuilder().setStartSeconds(span.startSeconds()).setEndSeconds(span
                    .endSeconds()).setRequestId(span.requestId().toString()).setKeyId(span.keyId().value())
                    .setForeign(span.origin() == Origin.CHOSEN).setTempo(span.line().tempo()).setPitch(span.line()
                            .pitch()));
        }
        return evidence.build();
    }

    private static AuditRecord record(Recorded recorded) {
        AuditedRequest request = recorded.request();
        AuditRecord.Builder record = AuditRecord.newBuilder().setCaller(request.requester().caller()).setWay(request
                .requester().way().name()).setStartedAt(request.startedAt().toString())
                .setSampleRateHertz(request.sampleRate()).setOutcome(recorded.result().outcome().name())
                .setAudioSeconds(recorded.result().audio().toMillis() / 1000.0);
        request.speech().ifPresent(speech -> record.setVoiceName(speech.voice()).setModelHash(speech.modelHash())
                .setSeed(speech.seed()).setSpeakingRate(speech.speakingRate()).setVolumeGainDb(speech.volumeGainDb())
                .setCharacters(speech.characters()));
        return record.build();
    }
}
