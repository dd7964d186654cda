package dev.sixtyfold.server.metrics;

import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.synthesis.schedule.Lane;
import dev.sixtyfold.watermark.detect.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that a server counts. Labels are lanes, stages, outcomes, methods and the like: never a text, a caller or a key.
 * docs/metrics.md lists it.
 */
public final class ServerMetrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Lane, LaneMeters> lanes = new EnumMap<>(Lane.class);
    /** What meters look at when they are asked: the registry alone would let it be collected, and they would stand still. */
    private final List<Supplier<?>> sources = new ArrayList<>();

    public ServerMetrics() {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LaneMeters(registry, lane));
        }
        for (Verdict verdict : Verdict.values()) {
            verified(verdict, 0);
        }
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        Gauge.builder("process.resident.memory", new ResidentMemory(Path.of("/proc/self/status")),
                ResidentMemory::bytes).baseUnit("bytes")
                .description("Memory that the process holds, native memory too; Linux only").strongReference(true)
                .register(registry);
    }

    /** The same engine, counted from now on. Once for each of these metrics. */
    public Engine measured(Engine engine) {
        new ScheduleMeters(registry, kept(engine::figures)).register();
        new BatchMeters(registry, kept(engine::batches)).register();
        return new MeasuredEngine(engine, speaker -> new MeasuredSynthesizer(speaker, lanes, System::nanoTime));
    }

    private <T> Supplier<T> kept(Supplier<T> source) {
        sources.add(source);
        return source;
    }

    /**
     * A call has ended.
     *
     * @param method
     *            one of the contract's: there must be no end of other names
     * @param status
     *            its name in gRPC
     */
    public void called(String method, String status) {
        registry.counter("sixtyfold.calls", "method", method, "status", status).increment();
    }

    /** A recording has been searched. */
    public void verified(Verdict verdict) {
        verified(verdict, 1);
    }

    private void verified(Verdict verdict, int count) {
        registry.counter("sixtyfold.verifications", "verdict", verdict.name().toLowerCase(Locale.ROOT))
                .increment(count);
    }

    /** All of it, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
