package dev.sixtyfold.server.metrics;

import dev.sixtyfold.synthesis.schedule.Lane;
import dev.sixtyfold.synthesis.schedule.Refusal;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures;
import dev.sixtyfold.synthesis.schedule.ScheduleFigures.LaneFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What the scheduler does, looked at when somebody asks. */
final class ScheduleMeters {

    private final MeterRegistry registry;
    private final Supplier<ScheduleFigures> figures;

    ScheduleMeters(MeterRegistry registry, Supplier<ScheduleFigures> figures) {
        this.registry = registry;
        this.figures = figures;
    }

    void register() {
        gauge("sixtyfold.compute.threads", "Processors that compute", ScheduleFigures::threads);
        Gauge.builder("sixtyfold.predicted.first.audio", figures, now -> seconds(now.get().predictedFirstAudio()))
                .baseUnit("seconds").description("Of a live stream that were opened now; 0 as long as it is not known")
                .register(registry);
        for (Refusal reason : Refusal.values()) {
            FunctionCounter.builder("sixtyfold.refused", figures, now -> now.get().refused().getOrDefault(reason, 0L))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .description("Requests that were not admitted")
                    .register(registry);
        }
        for (Lane lane : Lane.values()) {
            gauge("sixtyfold.streams", "Requests that are admitted and not over", lane, LaneFigures::streams);
            gauge("sixtyfold.pieces.waiting", "Blocks of audio that wait for a thread", lane, LaneFigures::waiting);
            gauge("sixtyfold.pieces.running", "Blocks of audio that have one", lane, LaneFigures::running);
            FunctionCounter.builder("sixtyfold.compute", figures, now -> seconds(of(now.get(), lane).computed()))
                    .baseUnit("seconds").tag("lane", LaneMeters.label(lane)).description("Time of all threads")
                    .register(registry);
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<ScheduleFigures> value) {
        Gauge.builder(name, figures, now -> value.applyAsDouble(now.get())).description(description).register(registry);
    }

    private void gauge(String name, String description, Lane lane, ToDoubleFunction<LaneFigures> value) {
        Gauge.builder(name, figures, now -> value.applyAsDouble(of(now.get(), lane))).description(description)
                .tag("lane",
                        LaneMeters.label(lane))
                .register(registry);
    }

    private static LaneFigures of(ScheduleFigures figures, Lane lane) {
        return Objects.requireNonNull(figures.lanes().get(lane));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() * 1e-9;
    }
}
