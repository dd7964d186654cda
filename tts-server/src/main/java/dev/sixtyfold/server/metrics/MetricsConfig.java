package dev.sixtyfold.server.metrics;

/**
 * The section {@code metrics} of the configuration.
 *
 * @param enabled
 *            whether anything is counted, and shown on a port of its own
 * @param address
 *            of the interface to listen on; {@code 0.0.0.0} for all. Whoever reaches it may read: there are no keys
 * @param port
 *            0 for any free one
 */
public record MetricsConfig(boolean enabled, String address, int port) {

    public static final MetricsConfig DEFAULTS = new MetricsConfig(false, "127.0.0.1", 6090);

    public MetricsConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " is not between 0 and 65535");
        }
    }

    /** Enabled, on another port. */
    public MetricsConfig on(int otherPort) {
        return new MetricsConfig(true, address, otherPort);
    }
}
