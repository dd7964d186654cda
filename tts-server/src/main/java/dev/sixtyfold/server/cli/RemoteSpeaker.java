package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.Receipt;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.TimepointType;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.proto.v1.WordTime;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.synthesis.Timepoint;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks through a server, over an unencrypted connection. */
final class RemoteSpeaker implements Speaker {

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private final String address;
    private final ManagedChannel channel;
    /** Sent with each text. */
    private final List<String> lexicons;

    private RemoteSpeaker(String address, ManagedChannel channel, List<String> lexicons) {
        this.address = address;
        this.channel = channel;
        this.lexicons = lexicons;
    }

    /**
     * A speaker through the server at {@code HOST:PORT}; it connects when it first speaks.
     *
     * @throws CommandFailure
     *             if {@code address} has another form
     */
    static RemoteSpeaker at(String address) {
        return at(address, List.of());
    }

    /** The same, with lexicons for what it speaks, each as the text of its file. */
    static RemoteSpeaker at(String address, List<String> lexicons) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
            throw new CommandFailure("--server: \"" + address + "\" is not HOST:PORT, such as 127.0.0.1:6060");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new RemoteSpeaker(address, NettyChannelBuilder.forAddress(host, Integer.parseInt(matcher.group(3)))
                .usePlaintext().maxInboundMessageSize(MAX_MESSAGE_BYTES).build(), lexicons);
    }

    @Override
    public Spoken speak(String text, Manner manner, Sink sink) throws IOException {
        // Should the sink fail, leaving this scope cancels the call on the server too.
        try (Context.CancellableContext call = Context.current().withCancellation()) {
            Context previous = call.attach();
            try {
                return receive(TextToSpeechGrpc.newBlockingStub(channel).streamSynthesize(request(text, manner,
                        sink.wantsTimepoints())), sink);
            } catch (StatusRuntimeException e) {
                throw new CommandFailure("server " + address + ": " + e.getStatus().getCode() + ": "
                        + e.getStatus().getDescription(), e);
            } finally {
                call.detach(previous);
            }
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Spoken receive(Iterator<StreamSynthesizeResponse> parts, Sink sink) throws IOException {
        int sampleRate = 0;
        while (parts.hasNext()) {
            StreamSynthesizeResponse part = parts.next();
            switch (part.getPartCase()) {
                case DESCRIPTION -> sampleRate = part.getDescription().getSampleRateHertz();
                case AUDIO_CONTENT -> sink.write(part.getAudioContent().toByteArray());
                case TIMEPOINT -> sink.timepoint(timepoint(part.getTimepoint()));
                case RECEIPT -> {
                    return spoken(part.getReceipt(), sampleRate);
                }
                case PART_NOT_SET -> {
                    // A part that a newer server sends and this client does not know.
                }
            }
        }
        throw new CommandFailure("server " + address + ": ended the stream without a receipt");
    }

    private static Timepoint timepoint(dev.sixtyfold.proto.v1.Timepoint message) {
        WordTime word = message.getWord();
        return message.hasWord()
                ? new Timepoint.Word(new SourceSpan(word.getSpan().getStart(), word.getSpan().getEnd()),
                        word.getSpoken(), message.getTimeSeconds(), word.getEndSeconds())
                : new Timepoint.Mark(message.getMarkName(), message.getTimeSeconds());
    }

    private SynthesizeRequest request(String text, Manner manner, boolean timepoints) {
        return SynthesizeRequest.newBuilder()
                .addAllEnableTimePointing(timepoints
                        ? List.of(TimepointType.TIMEPOINT_TYPE_SSML_MARK, TimepointType.TIMEPOINT_TYPE_WORD)
                        : List.of())
                .setInput(SynthesisInput.newBuilder().setText(text).addAllLexicons(lexicons))
                .setVoice(VoiceSelectionParams.newBuilder().setName(manner.voice()))
                .setAudioConfig(AudioConfig.newBuilder()
                        .setAudioEncoding(switch (manner.encoding()) {
                            case WAV -> AudioEncoding.AUDIO_ENCODING_WAV;
                            case PCM -> AudioEncoding.AUDIO_ENCODING_PCM;
                        })
                        .setSpeakingRate(manner.speed())
                        .setVolumeGainDb(manner.volumeGainDb())
                        .setSampleRateHertz(manner.sampleRate()))
                .setSeed(manner.seed())
                .build();
    }

    private static Spoken spoken(Receipt receipt, int sampleRate) {
        return new Spoken(receipt.getRequestId(), sampleRate, receipt.getAudioSeconds(), receipt.getWallMillis(),
                receipt
                        .getTimeToFirstAudioMillis(),
                receipt.getCoverage().getSkippedCount());
    }
}
