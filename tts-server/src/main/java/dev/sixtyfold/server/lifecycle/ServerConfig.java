package dev.sixtyfold.server.lifecycle;

import dev.sixtyfold.server.caller.CallerConfig;
import dev.sixtyfold.server.caller.Callers;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.server.metrics.MetricsConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.verification.VerificationConfig;
import java.util.List;

/**
 * The whole configuration of a server: a section for each feature.
 *
 * @param callers
 *            who may call; empty for an open server
 */
public record ServerConfig(ListenConfig listen, GrpcConfig grpc, LimitsConfig limits, ShutdownConfig shutdown,
        StateConfig state, EngineConfig engine, TextConfig text, VerificationConfig verification,
        MetricsConfig metrics, List<CallerConfig> callers) {

    public ServerConfig {
        callers = List.copyOf(callers);
        new Callers(callers); // refuses what does not go together
    }

    /** What holds where a configuration file says nothing. */
    public static ServerConfig defaults(Home home) {
        return new ServerConfig(ListenConfig.DEFAULTS, GrpcConfig.DEFAULTS, LimitsConfig.DEFAULTS,
                ShutdownConfig.DEFAULTS, StateConfig.in(home.state()), EngineConfig.DEFAULTS,
                TextConfig.DEFAULTS, VerificationConfig.DEFAULTS, MetricsConfig.DEFAULTS, List.of());
    }

    public ServerConfig withListen(ListenConfig other) {
        return new ServerConfig(other, grpc, limits, shutdown, state, engine, text, verification, metrics, callers);
    }

    public ServerConfig withMetrics(MetricsConfig other) {
        return new ServerConfig(listen, grpc, limits, shutdown, state, engine, text, verification, other, callers);
    }
}
