package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc.TextToSpeechBlockingStub;
import dev.sixtyfold.synthesis.SpokenInput;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An unencrypted connection to a server, made when it is first used. */
final class ServerConnection implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private final String address;
    private final ManagedChannel channel;

    private ServerConnection(String address, ManagedChannel channel) {
        this.address = address;
        this.channel = channel;
    }

    /**
     * To the server at {@code HOST:PORT}.
     *
     * @throws CommandFailure
     *             if {@code address} has another form
     */
    static ServerConnection to(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
            throw new CommandFailure("--server: \"" + address + "\" is not HOST:PORT, such as 127.0.0.1:6060");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new ServerConnection(address, NettyChannelBuilder.forAddress(host, Integer.parseInt(matcher.group(3)))
                .usePlaintext().maxInboundMessageSize(MAX_MESSAGE_BYTES).build());
    }

    TextToSpeechBlockingStub stub() {
        return TextToSpeechGrpc.newBlockingStub(channel);
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
    CommandFailure failure(StatusRuntimeException e) {
        return new CommandFailure(this + ": " + e.getStatus().getCode() + ": " + e.getStatus().getDescription(), e);
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
