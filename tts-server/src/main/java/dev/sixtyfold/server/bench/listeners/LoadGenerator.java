package dev.sixtyfold.server.bench.listeners;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts a server under load, one plan after another. One thread plays all clients: what it waits for it is told, so that the
 * load test takes as little as possible of the machine that it shares with the server.
 */
public final class LoadGenerator implements AutoCloseable {

    private static final int FAREWELL_SECONDS = 5;

    private final Function<EventLoop, SpeechServer> connector;
    private final ProcessorClocks processors;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();

    /**
     * For a server over gRPC.
     *
     * @param serverTime
     *            processor time that the server has taken since it began
     */
    public LoadGenerator(SocketAddress address, Supplier<Duration> serverTime) {
        this(serverTime, loop -> new GrpcSpeechServer(address, loop));
    }

    /**
     * For servers of any kind.
     *
     * @param connector
     *            makes what a plan speaks to, and gets the thread on which it is called and has to tell its events
     * @param serverTime
     *            processor time that the server has taken since it began
     */
    public static LoadGenerator of(Function<Executor, SpeechServer> connector, Supplier<Duration> serverTime) {
        return new LoadGenerator(serverTime, connector::apply);
    }

    private LoadGenerator(Supplier<Duration> serverTime, Function<EventLoop, SpeechServer> connector) {
        this.connector = connector;
        this.processors = new ProcessorClocks(serverTime, () -> ProcessHandle.current().info().totalCpuDuration()
                .orElse(Duration.ZERO), Runtime.getRuntime().availableProcessors());
    }

    /** Carries out a plan and waits for its end; streams that go on after the drain are cut off. */
    public LoadResult run(LoadPlan plan) throws InterruptedException {
        SpeechServer server = connector.apply(loop);
        CompletableFuture<LoadResult> result = new CompletableFuture<>();
        LoadClock clock = new EventLoopClock(loop, result::completeExceptionally);
        clock.at(clock.nanoTime(), () -> new LoadSession(plan, server, clock, processors).start(
                outcome -> result.complete(result(outcome, server))));
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            loop.execute(server::close);
        }
    }

    private static LoadResult result(LoadSession.Outcome outcome, SpeechServer server) {
        return new LoadResult(outcome.listeners(), outcome.visitors(), outcome.background(), outcome.processor(),
                outcome.stuck(), server.speaker());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the thread to end
    public void close() {
        group.shutdownGracefully(0, FAREWELL_SECONDS, TimeUnit.SECONDS);
    }
}
