package dev.sixtyfold.server.bench.process;

import java.net.InetSocketAddress;
import java.time.Duration;

/** A running server that can be put under load. */
public interface MeasuredServer extends AutoCloseable {

    /** Of its gRPC port. */
    InetSocketAddress address();

    /** Processor time that it has taken since it began. */
    Duration processorTime();

    @Override
    void close();
}
