package dev.sixtyfold.server.grpc;

import java.time.Duration;

/**
 * The section {@code grpc} of the configuration: what one connection may ask for.
 *
 * @param maxCallsPerConnection
 *            calls at a time on one connection; more wait on the client's side
 * @param maxMessageBytes
 *            of a request; larger ones are refused before they are read
 * @param maxMetadataBytes
 *            of a request's headers
 * @param keepaliveTime
 *            after so long without a sign of the client it is pinged
 * @param keepaliveTimeout
 *            and after so long without an answer taken for gone
 * @param shortestClientKeepalive
 *            clients that ping more often than this are disconnected
 */
public record GrpcConfig(int maxCallsPerConnection, int maxMessageBytes, int maxMetadataBytes, Duration keepaliveTime,
        Duration keepaliveTimeout, Duration shortestClientKeepalive) {

    public static final GrpcConfig DEFAULTS = new GrpcConfig(100, 1 << 20, 8 << 10, Duration.ofSeconds(30),
            Duration.ofSeconds(10), Duration.ofSeconds(10));

    public GrpcConfig {
        requirePositive("max-calls-per-connection", maxCallsPerConnection);
        requirePositive("max-message-bytes", maxMessageBytes);
        requirePositive("max-metadata-bytes", maxMetadataBytes);
        requirePositive("keepalive-time", keepaliveTime.toMillis());
        requirePositive("keepalive-timeout", keepaliveTimeout.toMillis());
    }

    private static void requirePositive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + ": is not more than 0");
        }
    }
}
