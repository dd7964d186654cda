package dev.sixtyfold.server.grpc;

import com.google.protobuf.ByteString;
import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.StreamingSynthesizeConfig;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.VoiceSelectionParams;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.synthesis.Silence;
import dev.sixtyfold.synthesis.SpokenInput;
import dev.sixtyfold.synthesis.SynthesisRequest;
import dev.sixtyfold.synthesis.schedule.Claim;
import dev.sixtyfold.synthesis.schedule.Lane;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.time.Duration;
import java.time.InstantSource;

/** From the messages of the contract to what the synthesizer takes: sizes, defaults and the choice of the voice. */
final class RequestReader {

    private final VoiceDirectory voices;

    RequestReader(VoiceDirectory voices) {
        this.voices = voices;
    }

    /**
     * What {@code message} asks for; fields that are not set have their defaults. Ranges are left to the synthesizer.
     *
     * @param maxTextBytes
     *            of UTF-8
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if text and SSML are missing or too long, or no such voice is known
     */
    SynthesisRequest request(SynthesizeRequest message, int maxTextBytes) {
        return request(message, input(message.getInput(), maxTextBytes));
    }

    /** The same for a text that is still to come. */
    SynthesisRequest withoutText(SynthesizeRequest message) {
        return request(message, new SpokenInput.PlainText(""));
    }

    /** What the first message of an incremental call says, as the message of the other calls. */
    static SynthesizeRequest beginning(StreamingSynthesizeConfig config) {
        return SynthesizeRequest.newBuilder().setVoice(config.getVoice()).setAudioConfig(config.getAudioConfig())
                .setSeed(config.getSeed()).setShortFirstPiece(config.getShortFirstPiece())
                .addAllEnableTimePointing(config.getEnableTimePointingList()).setLane(config.getLane())
                .build();
    }

    /**
     * How long an incremental call waits for text.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the time is less than none
     */
    static IdleLimit idle(StreamingSynthesizeConfig config) {
        if (config.getIdleFlushMillis() < 0) {
            throw new InvalidRequest("streaming_config.idle_flush_millis", config.getIdleFlushMillis()
                    + " is less than 0; 0 waits for ever");
        }
        return new IdleLimit(InstantSource.system(), Duration.ofMillis(config.getIdleFlushMillis()));
    }

    private SynthesisRequest request(SynthesizeRequest message, SpokenInput input) {
        VoiceSelectionParams selection = message.getVoice();
        VoiceDescription voice = VoiceChoice.choose(voices, selection.getName(), selection.getLanguageCode());
        AudioConfig config = message.getAudioConfig();
        double rate = config.getSpeakingRate() == 0 ? 1 : config.getSpeakingRate();
        int sampleRate = config.getSampleRateHertz() == 0 ? voice.sampleRate() : config.getSampleRateHertz();
        return new SynthesisRequest(input, voice.id(), rate, config.getVolumeGainDb(),
                sampleRate, message.getSeed(), new ReadingOptions(message.getShortFirstPiece()), silence(config),
                Lexicons.NONE,
                new Claim(lane(message), CallerInterceptor.current().name()));
    }

    private static Silence silence(AudioConfig config) {
        Silence silence = Silence.DEFAULTS;
        return new Silence(config.hasLeadMillis() ? Duration.ofMillis(config.getLeadMillis()) : silence.lead(),
                config.hasTailMillis() ? Duration.ofMillis(config.getTailMillis()) : silence.tail(),
                config.hasSentencePauseMillis()
                        ? Duration.ofMillis(config.getSentencePauseMillis())
                        : silence.betweenSentences());
    }

    private static Lane lane(SynthesizeRequest message) {
        return switch (message.getLane()) {
            case LANE_UNSPECIFIED, LANE_LIVE -> Lane.LIVE;
            case LANE_BATCH -> Lane.BATCH;
            case UNRECOGNIZED -> throw new InvalidRequest("lane", "there is no lane " + message.getLaneValue()
                    + "; use LANE_LIVE or LANE_BATCH");
        };
    }

    /**
     * What is to be explained.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if it is missing or too long
     */
    SpokenInput input(ExplainRequest message, int maxTextBytes) {
        return input(message.getInput(), maxTextBytes);
    }

    /**
     * The voice whose reading is to be explained, and the language.
     *
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if no such voice is known
     */
    VoiceChoice.Reading reading(ExplainRequest message) {
        return VoiceChoice.reading(voices, message.getVoice().getName(), message.getVoice().getLanguageCode());
    }

    /** The encoding that {@code message} asks for. */
    AudioEncoding encoding(SynthesizeRequest message) {
        return switch (message.getAudioConfig().getAudioEncoding()) {
            case AUDIO_ENCODING_UNSPECIFIED, AUDIO_ENCODING_WAV -> AudioEncoding.WAV;
            case AUDIO_ENCODING_PCM -> AudioEncoding.PCM;
            case UNRECOGNIZED -> throw new InvalidRequest("audio_config.audio_encoding", "there is no encoding "
                    + message.getAudioConfig().getAudioEncodingValue()
                    + "; use AUDIO_ENCODING_WAV or AUDIO_ENCODING_PCM");
        };
    }

    private static SpokenInput input(SynthesisInput input, int maxBytes) {
        return switch (input.getInputSourceCase()) {
            case TEXT -> checked(new SpokenInput.PlainText(input.getText()), input.getTextBytes(), maxBytes);
            case SSML -> checked(new SpokenInput.Ssml(input.getSsml()), input.getSsmlBytes(), maxBytes);
            case INPUTSOURCE_NOT_SET ->
                throw new InvalidRequest("input", "has neither text nor ssml; send one of them");
        };
    }

    private static SpokenInput checked(SpokenInput input, ByteString encoded, int maxBytes) {
        if (encoded.isEmpty()) {
            throw new InvalidRequest(input.field(), "is empty; send what is to be spoken");
        }
        if (encoded.size() > maxBytes) {
            throw new InvalidRequest(input.field(), "has " + encoded.size()
                    + " bytes of UTF-8; this call takes at most " + maxBytes);
        }
        return input;
    }
}
