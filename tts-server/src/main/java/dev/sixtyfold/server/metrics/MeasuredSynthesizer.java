package dev.sixtyfold.server.metrics;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.synthesis.ForwardingIncrementalStream;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import dev.sixtyfold.synthesis.schedule.Lane;
import dev.sixtyfold.text.IdleLimit;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts what becomes of requests. */
final class MeasuredSynthesizer implements Synthesizer {

    private final Synthesizer synthesizer;
    private final Map<Lane, LaneMeters> meters;
    private final LongSupplier clock;

    /**
     * @param meters
     *            of each lane
     * @param clock
     *            in nanoseconds, from any beginning
     */
    MeasuredSynthesizer(Synthesizer synthesizer, Map<Lane, LaneMeters> meters, LongSupplier clock) {
        this.synthesizer = synthesizer;
        this.meters = Map.copyOf(meters);
        this.clock = clock;
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        return new MeasuredStream(opened(request, () -> synthesizer.open(request, cancellation)), of(request), clock);
    }

    @Override
    public IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation) {
        IncrementalSynthesis text = opened(request, () -> synthesizer.openIncremental(request, idle, cancellation));
        return new ForwardingIncrementalStream(text, new MeasuredStream(text, of(request), clock));
    }

    private <S> S opened(SynthesisRequest request, Supplier<S> opening) {
        try {
            return opening.get();
        } catch (RuntimeException | Error e) {
            of(request).ended(RequestOutcome.ofOpening(e));
            throw e;
        }
    }

    private LaneMeters of(SynthesisRequest request) {
        return Objects.requireNonNull(meters.get(request.claim().lane()));
    }
}
