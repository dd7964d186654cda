package dev.sixtyfold.server.bench.listeners;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A connection to the server, all of whose events come on one thread. */
final class Connection {

    /** Small enough that somebody who does not read holds up the server, and not only fills a buffer. */
    private static final int WINDOW_BYTES = 65_535;

    private final EventLoop loop;
    private final ManagedChannel channel;
    private @Nullable NioSocketChannel socket;
    private int calls;

    Connection(SocketAddress address, EventLoop loop) {
        this.loop = loop;
        this.channel = NettyChannelBuilder.forAddress(address).usePlaintext().directExecutor().eventLoopGroup(loop)
                .channelFactory(this::socket).flowControlWindow(WINDOW_BYTES).build();
    }

    private NioSocketChannel socket() {
        NioSocketChannel opened = new NioSocketChannel();
        socket = opened;
        return opened;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Calls under way. */
    int calls() {
        return calls;
    }

    void callBegan() {
        calls++;
    }

    void callEnded() {
        calls--;
    }

    /** Closes as a decent client does. */
    void close() {
        channel.shutdownNow();
    }

    /** Closes as if the client's process had been killed: the socket is reset, and no farewell is sent. */
    void sever() {
        NioSocketChannel opened = socket;
        if (opened != null) {
            loop.execute(() -> {
                opened.config().setOption(ChannelOption.SO_LINGER, 0);
                opened.unsafe().closeForcibly();
                channel.shutdownNow();
            });
        } else {
            channel.shutdownNow();
        }
    }
}
