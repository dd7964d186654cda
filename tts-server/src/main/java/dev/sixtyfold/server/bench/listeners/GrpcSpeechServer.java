package dev.sixtyfold.server.bench.listeners;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioDescription;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.server.bench.listeners.SpeechRequest.Reading;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server over gRPC, with a connection for each client. All of it happens on one event loop. */
final class GrpcSpeechServer implements SpeechServer {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final SocketAddress address;
    private final EventLoop loop;
    private final List<Connection> connections = new ArrayList<>();
    private int opened;
    /** Of the last stream that had one. */
    private AudioDescription description = AudioDescription.getDefaultInstance();

    GrpcSpeechServer(SocketAddress address, EventLoop loop) {
        this.address = address;
        this.loop = loop;
    }

    @Override
    public Speaker speaker() {
        return new Speaker(description.getVoiceName(), description.getModelHash());
    }

    @Override
    public Call speak(SpeechRequest request, Events events) {
        Connection connection = freeConnection();
        SynthesizeRequest message = SynthesizeRequest.newBuilder()
                .setInput(SynthesisInput.newBuilder().setText(request.text()))
                .setVoice(VoiceSelectionParams.newBuilder().setName(request.voice()))
                .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM))
                .setSeed(request.seed())
                .setLane(request.lane())
                .build();
        Stream stream = new Stream(request, connection, events);
        connection.use();
        TextToSpeechGrpc.newStub(connection.channel()).streamSynthesize(message, stream);
        return stream;
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
    }

    /** One that no stream uses: clients share neither connections nor, if it can be helped, addresses. */
    private Connection freeConnection() {
        for (Connection connection : connections) {
            if (connection.free()) {
                return connection;
            }
        }
        Connection fresh = new Connection(address, loop, opened++);
        connections.add(fresh);
        return fresh;
    }

    private final class Stream implements Call, ClientResponseObserver<SynthesizeRequest, StreamSynthesizeResponse> {

        private final SpeechRequest request;
        private final Connection connection;
        private final Events events;
        private @Nullable ClientCallStreamObserver<SynthesizeRequest> call;
        private int sampleRate;

        Stream(SpeechRequest request, Connection connection, Events events) {
            this.request = request;
            this.connection = connection;
            this.events = events;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<SynthesizeRequest> requestStream) {
            call = requestStream;
            requestStream.disableAutoRequestWithInitial(
                    request.reading() == Reading.ON_DEMAND ? 1 : Integer.MAX_VALUE);
        }

        @Override
        public void read() {
            Objects.requireNonNull(call).request(1);
        }

        @Override
        public void cancel() {
            Objects.requireNonNull(call).cancel("the listener has left", null);
        }

        @Override
        public void vanish() {
            connections.remove(connection);
            connection.sever();
        }

        @Override
        public void onNext(StreamSynthesizeResponse part) {
            switch (part.getPartCase()) {
                case AUDIO_CONTENT -> events.audio(part.getAudioContent().size() / Short.BYTES * NANOS_PER_SECOND
                        / sampleRate);
                case DESCRIPTION -> {
                    description = part.getDescription();
                    sampleRate = description.getSampleRateHertz();
                    readOn();
                }
                case RECEIPT, TIMEPOINT, PART_NOT_SET -> readOn();
            }
        }

        /** There is nothing to play in it. */
        private void readOn() {
            if (request.reading() == Reading.ON_DEMAND) {
                read();
            }
        }

        @Override
        public void onError(Throwable problem) {
            end(new Ending(Status.fromThrowable(problem).getCode(), retryAfter(problem)));
        }

        @Override
        public void onCompleted() {
            end(new Ending(Status.Code.OK, null));
        }

        private void end(Ending ending) {
            if (!loop.inEventLoop()) {
                loop.execute(() -> end(ending));
                return;
            }
            connection.release();
            events.ended(ending);
        }
    }

    private static @Nullable Duration retryAfter(Throwable problem) {
        com.google.rpc.Status status = StatusProto.fromThrowable(problem);
        if (status == null) {
            return null;
        }
        for (Any detail : status.getDetailsList()) {
            if (detail.is(RetryInfo.class)) {
                try {
                    com.google.protobuf.Duration delay = detail.unpack(RetryInfo.class).getRetryDelay();
                    return Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
                } catch (InvalidProtocolBufferException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
