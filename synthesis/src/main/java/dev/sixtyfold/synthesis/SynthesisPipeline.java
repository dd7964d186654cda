package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.synthesis.schedule.Place;
import dev.sixtyfold.synthesis.schedule.Scheduler;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.UtteranceReader;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private final Scheduler scheduler;

    public SynthesisPipeline(VoiceSource voices, RequestIds requestIds, WatermarkStage watermark,
            Scheduler scheduler) {
        this.voices = voices;
        this.requestIds = requestIds;
        this.watermark = watermark;
        this.scheduler = scheduler;
    }

    @Override
    public SynthesisStream open(SynthesisRequest request, Cancellation cancellation) {
        if (request.text().chars().allMatch(SynthesisPipeline::isSpace)) {
            throw new InvalidRequest(request.input().field(), "is empty; give the text to be spoken");
        }
        return open(request, cancellation,
                voice -> voice.reading().open(request.input(), request.reading(), request.lexicons()),
                (text, stream) -> stream);
    }

    @Override
    public IncrementalSynthesis openIncremental(SynthesisRequest request, IdleLimit idle, Cancellation cancellation) {
        return open(request, cancellation, voice -> {
            IncrementalReader text = voice.textFrontend().with(request.lexicons()).openIncremental(request.reading(),
                    idle);
            text.push(request.text());
            return text;
        }, ForwardingIncrementalStream::new);
    }

    private <R extends UtteranceReader, S extends SynthesisStream> S open(SynthesisRequest request,
            Cancellation cancellation, Function<Voice, R> reader,
            BiFunction<R, PipelineStream, S> stream) {
        check(request);
        cancellation.check();
        Voice voice = voices.voice(request.voice());
        Place place = scheduler.admit(request.claim());
        try {
            R text = reader.apply(voice);
            return stream.apply(text, new PipelineStream(request,
                    new PipelineStream.Admitted(requestIds.reserve(), voice, text, place), watermark, cancellation));
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /** White space of every kind, no-break spaces too. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static void check(SynthesisRequest request) {
        checkRange("audio_config.speaking_rate", request.speakingRate(), 0.25, 4, "1 for the voice's own pace");
        checkRange("audio_config.volume_gain_db", request.volumeGainDb(), -96, 16, "0 for the voice's own level");
        checkPause("audio_config.lead_millis", request.silence().lead());
        checkPause("audio_config.tail_millis", request.silence().tail());
        Duration betweenSentences = request.silence().betweenSentences();
        if (betweenSentences != null) {
            checkPause("audio_config.sentence_pause_millis", betweenSentences);
        }
        if (!SAMPLE_RATES.contains(request.sampleRate())) {
            throw new InvalidRequest("audio_config.sample_rate_hertz", request.sampleRate() + " is not one of "
                    + SAMPLE_RATES.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static void checkPause(String field, Duration pause) {
        if (pause.isNegative() || pause.compareTo(Silence.LONGEST) > 0) {
            throw new InvalidRequest(field, pause.toMillis() + " is not between 0 and " + Silence.LONGEST.toMillis());
        }
    }

    private static void checkRange(String field, double value, double least, double most, String usual) {
        if (!(value >= least && value <= most)) {
            throw new InvalidRequest(field, value + " is not between " + least + " and " + most + "; " + usual);
        }
    }
}
