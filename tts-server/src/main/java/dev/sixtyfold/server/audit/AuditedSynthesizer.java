package dev.sixtyfold.server.audit;

import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.Receipt;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.text.IdleLimit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Speaks on behalf of one requester. Each request is being written down while its first samples are computed, and they are
 * held back until it is.
 */
public final class AuditedSynthesizer implements Synthesizer {

    private final Synthesizer synthesizer;
    private final AuditTrail trail;
    private final Requester requester;
    private final InstantSource clock;

    public AuditedSynthesizer(Synthesizer synthesizer, AuditTrail trail, Requester requester, InstantSource clock) {
        this.synthesizer = synthesizer;
        this.trail = trail;
        this.requester = requester;
        this.clock = clock;
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        SynthesisStream stream = synthesizer.open(request, cancellation);
        return new AuditedStream(stream, begin(stream, request), characters(request.text()), clock);
    }

    @Override
    public IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation) {
        IncrementalSynthesis stream = synthesizer.openIncremental(request, idle, cancellation);
        AuditedStream audited = new AuditedStream(stream, begin(stream, request), characters(request.text()), clock);
        return new AuditedIncrementalStream(stream, audited);
    }

    private Recording begin(SynthesisStream stream, SynthesisRequest request) {
        Receipt receipt = stream.receipt();
        return trail.begin(new AuditedRequest(stream.requestId(), requester, clock.instant(), stream.sampleRate(),
                Optional.of(new AuditedRequest.Speech(receipt.voice().name(), receipt.modelHash(), receipt.seed(),
                        request.speakingRate(), request.volumeGainDb(), characters(request.text())))));
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
