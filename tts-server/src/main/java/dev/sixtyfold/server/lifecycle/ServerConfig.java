package dev.sixtyfold.server.lifecycle;

import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.grpc.GrpcConfig;
import dev.sixtyfold.server.grpc.LimitsConfig;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;

/** The whole configuration of a server: a section for each feature. */
public record ServerConfig(ListenConfig listen, GrpcConfig grpc, LimitsConfig limits, ShutdownConfig shutdown,
        StateConfig state, EngineConfig engine, TextConfig text) {

    /** What holds where a configuration file says nothing. */
    public static ServerConfig defaults(Home home) {
        return new ServerConfig(ListenConfig.DEFAULTS, GrpcConfig.DEFAULTS, LimitsConfig.DEFAULTS,
                ShutdownConfig.DEFAULTS, StateConfig.in(home.state()), EngineConfig.DEFAULTS,
                TextConfig.DEFAULTS);
    }

    public ServerConfig withListen(ListenConfig other) {
        return new ServerConfig(other, grpc, limits, shutdown, state, engine, text);
    }
}
