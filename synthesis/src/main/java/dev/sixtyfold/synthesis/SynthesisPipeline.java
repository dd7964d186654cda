package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.markup.Instruction;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pipeline: text frontend, acoustic model, vocoder, gain, watermark stage, sample rate, limit. {@link PipelineStream}
 * is the way of one request through it.
 */
public final class SynthesisPipeline implements Synthesizer {

    /** What the resampler is made and tested for, in Hz. */
    public static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16_000, 22_050, 24_000, 44_100, 48_000);

    private final VoiceSource voices;
    private final RequestIds requestIds;
    private final WatermarkStage watermark;
    private final Admission admission;
    private final ComputePool pool;

    public SynthesisPipeline(VoiceSource voices, RequestIds requestIds, WatermarkStage watermark, Admission admission,
            ComputePool pool) {
        this.voices = voices;
        this.requestIds = requestIds;
        this.watermark = watermark;
        this.admission = admission;
        this.pool = pool;
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        check(request);
        cancellation.check();
        Voice voice = voices.voice(request.voice());
        Admission.Place place = admission.admit();
        try {
            UtteranceReader text = switch (request.input()) {
                case SpokenInput.PlainText plain -> voice.textFrontend().open(plain.source());
                case SpokenInput.Ssml ssml -> voice.textFrontend().open(marked(ssml, voice));
            };
            return new PipelineStream(request, new PipelineStream.Admitted(requestIds.reserve(), voice, text, place),
                    watermark, pool, cancellation);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static MarkedText marked(SpokenInput.Ssml ssml, Voice voice) {
        MarkedText marked = new SsmlReader(voice.textFrontend().notation(), voice.acousticModel().usualPitch())
                .read(ssml.source());
        for (Instruction instruction : marked.instructions()) {
            if (instruction instanceof Instruction.Voice other && !other.name().equals(voice.id().name())) {
                throw new InvalidRequest(ssml.field(), "<voice> asks for \"" + printable(other.name())
                        + "\", but one voice speaks a whole request, and this one's is " + voice.id()
                        + ": choose it by voice.name and take the element out");
            }
        }
        return marked;
    }

    /** Callers' strings go into messages and headers: not without bound, and printable. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64) + "...";
    }

    private static void check(SynthesisRequest request) {
        if (request.text().isBlank()) {
            throw new InvalidRequest(request.input().field(), "is empty; give the text to be spoken");
        }
        checkRange("audio_config.speaking_rate", request.speakingRate(), 0.25, 4, "1 for the voice's own pace");
        checkRange("audio_config.volume_gain_db", request.volumeGainDb(), -96, 16, "0 for the voice's own level");
        if (!SAMPLE_RATES.contains(request.sampleRate())) {
            throw new InvalidRequest("audio_config.sample_rate_hertz", request.sampleRate() + " is not one of "
                    + SAMPLE_RATES.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static void checkRange(String field, double value, double least, double most, String usual) {
        if (!(value >= least && value <= most)) {
            throw new InvalidRequest(field, value + " is not between " + least + " and " + most + "; " + usual);
        }
    }
}
