package dev.sixtyfold.server.grpc;

import com.google.protobuf.UnsafeByteOperations;
import dev.sixtyfold.encoding.AudioEncoder;
import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainResponse;
import dev.sixtyfold.proto.v1.ListVoicesRequest;
import dev.sixtyfold.proto.v1.ListVoicesResponse;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamingSynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import dev.sixtyfold.proto.v1.TextToSpeechGrpc;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.Right;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.synthesis.IncrementalSynthesis;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.SynthesisStream;
import dev.sixtyfold.synthesis.Synthesizer;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The service of the contract. Each call runs on a virtual thread of its own. */
final class TextToSpeechService extends TextToSpeechGrpc.TextToSpeechImplBase {

    private final Engine engine;
    private final VoiceDirectory voices;
    private final RequestReader reader;
    private final LimitsConfig limits;
    private final RequestLexicons lexicons;
    private final Executor threads;
    private final ReaderPatience patience;

    TextToSpeechService(Engine engine, LimitsConfig limits, StandingLexicons lexicons, Executor threads,
            ReaderPatience patience) {
        this.engine = engine;
        this.voices = engine.voices();
        this.reader = new RequestReader(voices);
        this.limits = limits;
        this.lexicons = new RequestLexicons(lexicons);
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public void listVoices(ListVoicesRequest request, StreamObserver<ListVoicesResponse> client) {
        answering("ListVoices", client, () -> {
            ListVoicesResponse.Builder response = ListVoicesResponse.newBuilder();
            voices.voices().stream()
                    .filter(voice -> request.getLanguageCode().isEmpty() || voice.speaks(request.getLanguageCode()))
                    .forEach(voice -> response.addVoices(Messages.voice(voice, voices.isInstalled(voice.id()))));
            client.onNext(response.build());
            client.onCompleted();
        });
    }

    @Override
    public void synthesize(SynthesizeRequest request, StreamObserver<SynthesizeResponse> client) {
        answering("Synthesize", client, () -> {
            CallCancellation cancellation = new CallCancellation(Context.current());
            AudioEncoding encoding = reader.encoding(request);
            Timepoints timepoints = Timepoints.of(request);
            SynthesisRequest read = read(request, limits.unaryTextBytes());
            try (SynthesisStream stream = synthesizer().open(read, cancellation)) {
                CallTrailers.current().requestId(stream.requestId());
                try {
                    SynthesizeResponse response = speak(stream, encoding, timepoints, read.input().field(),
                            cancellation);
                    CallTrailers.current().receipt(stream.receipt());
                    CallLog.finished(stream.receipt());
                    client.onNext(response);
                    client.onCompleted();
                } catch (SynthesisException e) {
                    CallLog.ended(stream.receipt(), e);
                    throw e;
                }
            }
        });
    }

    @Override
    public void streamSynthesize(SynthesizeRequest request, StreamObserver<StreamSynthesizeResponse> client) {
        answering("StreamSynthesize", client, () -> {
            CallCancellation cancellation = new CallCancellation(Context.current());
            AudioEncoding encoding = reader.encoding(request);
            Timepoints timepoints = Timepoints.of(request);
            SynthesisStream stream = synthesizer().open(read(request, limits.streamTextBytes()), cancellation);
            ServerCallStreamObserver<StreamSynthesizeResponse> call = (ServerCallStreamObserver<StreamSynthesizeResponse>) client;
            new StreamingCall(call,
                    new AudioAnswer(call, stream, encoding, timepoints, CallTrailers.current(), cancellation),
                    patience).start();
        });
    }

    @Override
    public StreamObserver<StreamingSynthesizeRequest> streamingSynthesize(
            StreamObserver<StreamSynthesizeResponse> client) {
        CallCancellation cancellation = new CallCancellation(Context.current());
        CallTrailers trailers = CallTrailers.current();
        ServerCallStreamObserver<StreamSynthesizeResponse> call = (ServerCallStreamObserver<StreamSynthesizeResponse>) client;
        IncrementalCall incremental = new IncrementalCall(call, config -> {
            SynthesizeRequest beginning = RequestReader.beginning(config);
            AudioEncoding encoding = reader.encoding(beginning);
            Timepoints timepoints = Timepoints.of(beginning);
            IncrementalSynthesis synthesis = synthesizer().openIncremental(
                    withLexicons(reader.withoutText(beginning), beginning), RequestReader.idle(config), cancellation);
            return new IncrementalCall.Opened(synthesis,
                    new AudioAnswer(call, synthesis, encoding, timepoints, trailers, cancellation));
        }, cancellation, threads, limits);
        incremental.start();
        return incremental;
    }

    @Override
    public void explain(ExplainRequest request, StreamObserver<ExplainResponse> client) {
        answering("Explain", client, () -> {
            SpokenInput input = reader.input(request, limits.unaryTextBytes());
            VoiceChoice.Reading reading = reader.reading(request);
            Frontend frontend = engine.frontend(reading);
            client.onNext(Explanations.response(reading, frontend.utterances(input, lexicons.of(request.getInput(),
                    CallerInterceptor.current(), () -> frontend))));
            client.onCompleted();
        });
    }

    /** On behalf of who calls. */
    private Synthesizer synthesizer() {
        Caller caller = CallerInterceptor.current();
        caller.require(Right.SYNTHESIZE);
        return engine.synthesizer(new Requester(caller.name(), Way.GRPC));
    }

    private SynthesisRequest read(SynthesizeRequest message, int maxTextBytes) {
        return withLexicons(reader.request(message, maxTextBytes), message);
    }

    private SynthesisRequest withLexicons(SynthesisRequest request, SynthesizeRequest message) {
        return request.with(lexicons.of(message.getInput(), CallerInterceptor.current(),
                () -> engine.frontend(request.voice())));
    }

    private SynthesizeResponse speak(SynthesisStream stream, AudioEncoding encoding, Timepoints timepoints,
            String field, CallCancellation cancellation) {
        AudioEncoder encoder = encoding.encoder(stream.sampleRate());
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        SynthesizeResponse.Builder response = SynthesizeResponse.newBuilder();
        for (Optional<StampedAudio> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
            response.addAllTimepoints(timepoints.messages(stream.timepoints()));
            audio.writeBytes(encoder.encode(chunk.get()));
            if (audio.size() > limits.unaryAudioBytes()) {
                throw new InvalidRequest(field, "makes more than " + limits.unaryAudioBytes()
                        + " bytes of audio, the most that this call answers; use StreamSynthesize");
            }
            cancellation.check();
        }
        audio.writeBytes(encoder.finish());
        byte[] bytes = audio.toByteArray();
        byte[] header = encoder.sealedHeader(bytes.length);
        System.arraycopy(header, 0, bytes, 0, header.length);
        return response.addAllTimepoints(timepoints.messages(stream.timepoints()))
                .setAudioContent(UnsafeByteOperations.unsafeWrap(bytes))
                .setDescription(Messages.description(stream.receipt(), encoding, stream.sampleRate()))
                .setReceipt(Messages.receipt(stream.receipt()))
                .build();
    }

    private static void answering(String call, StreamObserver<?> client, Runnable work) {
        try {
            work.run();
        } catch (SynthesisException e) {
            if (e instanceof SynthesisException.StageFailed) {
                CallLog.failed(call, e);
            }
            // A call that its client or its deadline has ended is answered already.
            if (!Context.current().isCancelled()) {
                client.onError(GrpcStatuses.of(e));
            }
        } catch (RuntimeException | Error e) {
            CallLog.failed(call, e);
            client.onError(GrpcStatuses.of(e));
        }
    }
}
