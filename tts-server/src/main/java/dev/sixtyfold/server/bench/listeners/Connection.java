package dev.sixtyfold.server.bench.listeners;

import io.grpc.Attributes;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A connection to the server, all of whose events come on one thread. */
final class Connection {

    /** Small enough that somebody who does not read holds up the server, and not only fills a buffer. */
    private static final int WINDOW_BYTES = 65_535;

    private final EventLoop loop;
    private final ManagedChannel channel;
    private @Nullable NioSocketChannel socket;
    private boolean used;

    /**
     * @param number
     *            of the connection; where that is possible, each comes from an address of its own
     */
    Connection(SocketAddress address, EventLoop loop, int number) {
        this.loop = loop;
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(address).usePlaintext().directExecutor()
                .eventLoopGroup(loop).channelFactory(this::socket).flowControlWindow(WINDOW_BYTES);
        if (address instanceof InetSocketAddress internet && manyLoopbackAddresses(internet.getAddress())) {
            builder.localSocketPicker(new OwnAddress(number));
        }
        this.channel = builder.build();
    }

    /** All of 127.0.0.0/8 is this machine on Linux, elsewhere only its first address. */
    private static boolean manyLoopbackAddresses(@Nullable InetAddress server) {
        return server instanceof Inet4Address && server.isLoopbackAddress()
                && System.getProperty("os.name").equals("Linux");
    }

    /** A server may give callers fair shares by where they come from: listeners are not one crowd. */
    private static final class OwnAddress extends NettyChannelBuilder.LocalSocketPicker {

        private static final int LAST_BYTES = 250;

        private final int number;

        OwnAddress(int number) {
            this.number = number;
        }

        @Override
        public SocketAddress createSocketAddress(SocketAddress remote, Attributes attributes) {
            int network = 1 + number / LAST_BYTES % LAST_BYTES;
            try {
                return new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, (byte) network,
                    (byte) (1 + number % LAST_BYTES)}), 0);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e); // four bytes are an address
            }
        }
    }

    private NioSocketChannel socket() {
        NioSocketChannel opened = new NioSocketChannel();
        socket = opened;
        return opened;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Whether no call is under way. */
    boolean free() {
        return !used;
    }

    void use() {
        used = true;
    }

    void release() {
        used = false;
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
