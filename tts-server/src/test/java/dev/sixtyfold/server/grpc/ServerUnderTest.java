package dev.sixtyfold.server.grpc;

import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.server.engine.ToneEngine;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A server on a free port of the loopback interface, and a channel to it. */
final class ServerUnderTest implements AutoCloseable {

    static final LimitsConfig LIMITS = new LimitsConfig(5_000, 65_536, 1 << 20, Duration.ofMinutes(1));

    final GrpcServer server;
    final ManagedChannel channel;

    ServerUnderTest(ToneEngine engine) throws IOException {
        this(engine, LIMITS);
    }

    ServerUnderTest(ToneEngine engine, LimitsConfig limits) throws IOException {
        server = GrpcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), GrpcConfig.DEFAULTS,
                limits, engine);
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
                .usePlaintext().flowControlWindow(65_536).build();
    }

    TextToSpeechBlockingStub stub() {
        return TextToSpeechGrpc.newBlockingStub(channel);
    }

    List<StreamSynthesizeResponse> stream(SynthesizeRequest request) {
        List<StreamSynthesizeResponse> parts = new ArrayList<>();
        stub().streamSynthesize(request).forEachRemaining(parts::add);
        return parts;
    }

    static SynthesizeRequest text(String text) {
        return SynthesizeRequest.newBuilder().setInput(SynthesisInput.newBuilder().setText(text)).build();
    }

    static Status statusOf(ThrowingCallable call) {
        return failureOf(call).getStatus();
    }

    static com.google.rpc.Status detailsOf(ThrowingCallable call) {
        com.google.rpc.Status status = StatusProto.fromThrowable(failureOf(call));
        Assertions.assertThat(status).isNotNull();
        return Objects.requireNonNull(status);
    }

    private static StatusRuntimeException failureOf(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            server.shutDown(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
