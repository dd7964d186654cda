package dev.sixtyfold.server.cli;

import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.Receipt;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.TimepointType;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.proto.v1.WordTime;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.Timepoint;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Speaks through a server, over an unencrypted connection. */
final class RemoteSpeaker implements Speaker {

    private final ServerConnection server;
    /** Sent with each text. */
    private final List<String> lexicons;

    /**
     * @param lexicons
     *            for what it speaks, each as the text of its file
     */
    RemoteSpeaker(ServerConnection server, List<String> lexicons) {
        this.server = server;
        this.lexicons = lexicons;
    }

    @Override
    public Spoken speak(SpokenInput input, Manner manner, Sink sink) throws IOException {
        // Should the sink fail, leaving this scope cancels the call on the server too.
        try (Context.CancellableContext call = Context.current().withCancellation()) {
            Context previous = call.attach();
            try {
                return receive(server.stub().streamSynthesize(request(input, manner,
                        sink.wantsTimepoints())), sink);
            } catch (StatusRuntimeException e) {
                throw server.failure(e.getStatus(), e);
            } finally {
                call.detach(previous);
            }
        }
    }

    @Override
    public void close() {
        server.close();
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
        throw new CommandFailure(server + " ended the stream without a receipt");
    }

    private static Timepoint timepoint(dev.sixtyfold.proto.v1.Timepoint message) {
        WordTime word = message.getWord();
        return message.hasWord()
                ? new Timepoint.Word(new SourceSpan(word.getSpan().getStart(), word.getSpan().getEnd()),
                        word.getSpoken(), message.getTimeSeconds(), word.getEndSeconds())
                : new Timepoint.Mark(message.getMarkName(), message.getTimeSeconds());
    }

    private SynthesizeRequest request(SpokenInput input, Manner manner, boolean timepoints) {
        AudioConfig.Builder audio = AudioConfig.newBuilder();
        Pauses pauses = manner.pauses();
        if (pauses.lead() != null) {
            audio.setLeadMillis(pauses.lead());
        }
        if (pauses.tail() != null) {
            audio.setTailMillis(pauses.tail());
        }
        if (pauses.betweenSentences() != null) {
            audio.setSentencePauseMillis(pauses.betweenSentences());
        }
        return SynthesizeRequest.newBuilder()
                .addAllEnableTimePointing(timepoints
                        ? List.of(TimepointType.TIMEPOINT_TYPE_SSML_MARK, TimepointType.TIMEPOINT_TYPE_WORD)
                        : List.of())
                .setInput(ServerConnection.input(input, lexicons))
                .setVoice(VoiceSelectionParams.newBuilder().setName(manner.voice()))
                .setAudioConfig(audio
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
                receipt.getTimeToFirstSoundMillis(),
                receipt.getCoverage().getSkippedCount(), receipt.getNotesCount());
    }
}
