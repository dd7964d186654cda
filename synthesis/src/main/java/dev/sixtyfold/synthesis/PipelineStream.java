package dev.sixtyfold.synthesis;

import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.StageClock.Stage;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.vocoder.VocoderStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request on its way through the pipeline. */
final class PipelineStream implements SynthesisStream {

    private final SynthesisRequest request;
    private final RequestId requestId;
    private final Voice voice;
    private final boolean watermarked;
    private final ComputePool pool;
    private final Admission.Place place;
    private final Cancellation cancellation;

    private final long opened = System.nanoTime();
    private final StageClock clock = new StageClock();
    private final Coverage coverage = new Coverage();
    private final UtteranceReader utterances;
    private final Postprocessing postprocessing;
    private final List<Timepoint> timepoints = new ArrayList<>();
    private VocoderStream current = Optional::empty;
    private long voiceSamples;
    private boolean ended;
    private long firstAudioNanos;
    private long wallNanos;

    PipelineStream(SynthesisRequest request, Admitted admitted, WatermarkStage watermark, ComputePool pool,
            Cancellation cancellation) {
        this.request = request;
        this.requestId = admitted.requestId();
        this.voice = admitted.voice();
        this.place = admitted.place();
        this.pool = pool;
        this.cancellation = cancellation;
        this.watermarked = watermark.embeds();
        this.utterances = voice.textFrontend().open(request.text());
        this.postprocessing = new Postprocessing(request.volumeGainDb(),
                watermark.open(requestId, voice.vocoder().sampleRate()), voice.vocoder().sampleRate(),
                request.sampleRate());
    }

    /** What a request holds once it is let in. */
    record Admitted(RequestId requestId, Voice voice, Admission.Place place) {}

    @Override
    public RequestId requestId() {
        return requestId;
    }

    @Override
    public int sampleRate() {
        return request.sampleRate();
    }

    @Override
    public Optional<StampedAudio> next() {
        while (!ended) {
            cancellation.check();
            long asked = System.nanoTime();
            StampedAudio audio = pool.run(() -> {
                clock.add(Stage.WAITING, System.nanoTime() - asked);
                return compute();
            });
            wallNanos = System.nanoTime() - opened;
            if (audio.audio().length() > 0) {
                firstAudioNanos = firstAudioNanos == 0 ? wallNanos : firstAudioNanos;
                return Optional.of(audio);
            }
        }
        return Optional.empty();
    }

    /** One piece of work: the next block, or an utterance's first. */
    private StampedAudio compute() {
        try {
            cancellation.check();
            Optional<AudioChunk> block = clock.time(Stage.VOCODER, current::next);
            while (block.isEmpty() && beginNextUtterance()) {
                cancellation.check();
                block = clock.time(Stage.VOCODER, current::next);
            }
            ended = block.isEmpty();
            Optional<AudioChunk> audio = block;
            voiceSamples += audio.map(AudioChunk::length).orElse(0);
            return clock.time(Stage.POSTPROCESSING,
                    () -> audio.map(postprocessing::push).orElseGet(postprocessing::flush));
        } catch (InferenceException | IllegalStateException | IllegalArgumentException e) {
            ended = true;
            throw new SynthesisException.StageFailed("the request " + requestId + " could not be computed", e);
        } catch (SynthesisException e) {
            ended = true;
            throw e;
        }
    }

    private boolean beginNextUtterance() {
        while (true) {
            Optional<Utterance> next = clock.time(Stage.TEXT_FRONTEND, utterances::next);
            if (next.isEmpty()) {
                return false;
            }
            Utterance utterance = next.get();
            coverage.add(utterance);
            if (!utterance.phonemes().isSilent()) {
                cancellation.check();
                AcousticFrames frames = clock.time(Stage.ACOUSTIC_MODEL,
                        () -> voice.acousticModel().predict(utterance.phonemes(), request.speakingRate()));
                timepoints.addAll(
                        Timeline.of(utterance, frames, voiceSamples / (double) voice.vocoder().sampleRate()));
                current = voice.vocoder().open(frames, noiseSeed(request.seed(), utterance.index()));
                return true;
            }
        }
    }

    /** A different noise for each utterance of a request, the same each time it is made. */
    private static long noiseSeed(long seed, int utterance) {
        return seed * 0x9E3779B97F4A7C15L + utterance;
    }

    @Override
    public List<Timepoint> timepoints() {
        List<Timepoint> known = List.copyOf(timepoints);
        timepoints.clear();
        return known;
    }

    @Override
    public Receipt receipt() {
        Duration audio = Duration.ofNanos(Math.round(postprocessing.samples() * 1e9 / request.sampleRate()));
        return new Receipt(requestId, voice.id(), voice.modelHash(), request.seed(), audio,
                Duration.ofNanos(wallNanos), Duration.ofNanos(firstAudioNanos), clock.times(), coverage.spoken(),
                coverage.skipped(), postprocessing.limitedSamples(), watermarked);
    }

    @Override
    public void close() {
        ended = true;
        place.close();
    }
}
