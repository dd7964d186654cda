package dev.sixtyfold.server.lifecycle;

/**
 * The section {@code listen} of the configuration. There are no keys or passwords yet, so the default is to be reached from
 * this machine alone.
 *
 * @param address
 *            of the interface; {@code 0.0.0.0} for all
 * @param grpcPort
 *            0 for any free one
 * @param httpPort
 *            0 for any free one
 */
public record ListenConfig(String address, int grpcPort, int httpPort) {

    public static final ListenConfig DEFAULTS = new ListenConfig("127.0.0.1", 6060, 6080);

    public ListenConfig {
        requirePort("grpc-port", grpcPort);
        requirePort("http-port", httpPort);
    }

    private static void requirePort(String key, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(key + ": " + port + " is not between 0 and 65535");
        }
    }
}
