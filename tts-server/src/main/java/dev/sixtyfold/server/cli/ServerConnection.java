package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc;
import dev.sixtyfold.proto.v1.WatermarkVerificationGrpc.WatermarkVerificationBlockingV2Stub;
import dev.sixtyfold.synthesis.SpokenInput;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An unencrypted connection to a server, made when it is first used. */
final class ServerConnection implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
            Metadata.ASCII_STRING_MARSHALLER);
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private final String address;
    private final boolean named;
    private final ManagedChannel channel;

    private ServerConnection(String address, boolean named, ManagedChannel channel) {
        this.address = address;
        this.named = named;
        this.channel = channel;
    }

    /** To the server at {@code HOST:PORT}, as nobody in particular. */
    static ServerConnection to(String address) {
        return to(address, Optional.empty());
    }

    /**
     * To the server at {@code HOST:PORT}.
     *
     * @param key
     *            by which the server knows the caller; printable ASCII
     * @throws CommandFailure
     *             if {@code address} has another form
     */
    static ServerConnection to(String address, Optional<String> key) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
            throw new CommandFailure("--server: \"" + address + "\" is not HOST:PORT, such as 127.0.0.1:6060");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        Metadata headers = new Metadata();
        key.ifPresent(given -> headers.put(AUTHORIZATION, "Bearer " + given));
        return new ServerConnection(address, key.isPresent(), NettyChannelBuilder.forAddress(host, Integer.parseInt(
                matcher.group(3))).usePlaintext().maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers)).build());
    }

    TextToSpeechBlockingStub stub() {
        return TextToSpeechGrpc.newBlockingStub(channel);
    }

    WatermarkVerificationBlockingV2Stub verification() {
        return WatermarkVerificationGrpc.newBlockingV2Stub(channel);
    }

    /** {@code input} as the contract has it, with lexicons of its own, each as the text of its file. */
    static SynthesisInput input(SpokenInput input, List<String> lexicons) {
        SynthesisInput.Builder message = SynthesisInput.newBuilder().addAllLexicons(lexicons);
        return switch (input) {
            case SpokenInput.PlainText text -> message.setText(text.source()).build();
            case SpokenInput.Ssml ssml -> message.setSsml(ssml.source()).build();
        };
    }

    /** What a call's failure is for the user of a command. */
    CommandFailure failure(Status status, Exception failure) {
        String hint = status.getCode() == Status.Code.UNAUTHENTICATED && !named
                ? "; give your key by --key-file or " + ServerOption.VARIABLE
                : "";
        return new CommandFailure(this + ": " + status.getCode() + ": " + status.getDescription() + hint, failure);
    }

    @Override
    public String toString() {
        return "server " + address;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
