package dev.sixtyfold.synthesis;

import dev.sixtyfold.acoustic.AcousticModel.Sounding;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.InferenceException;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.Delivery;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.synthesis.StageClock.Stage;
import dev.sixtyfold.synthesis.schedule.Place;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.UtteranceReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One request on its way through the pipeline. */
final class PipelineStream implements SynthesisStream {

    private static final long NO_PAUSE = -1;
    private static final Duration AFTER_LACK_OF_MEMORY = Duration.ofSeconds(5);
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final SynthesisRequest request;
    private final RequestId requestId;
    private final Voice voice;
    private final boolean watermarked;
    private final Place place;
    private final Cancellation cancellation;

    private final long opened = System.nanoTime();
    private final StageClock clock = new StageClock();
    private final Coverage coverage = new Coverage();
    private final UtteranceReader utterances;
    private final Postprocessing postprocessing;
    private final List<Timepoint> timepoints = new ArrayList<>();
    private UtteranceAudio current;
    /** Of the utterances before {@link #current}. */
    private BatchFigures vocoderBatches = BatchFigures.NONE;
    /** Of the utterances up to {@link #current}. */
    private BatchFigures acousticBatches = BatchFigures.NONE;
    /** What {@link #current} speaks, as long as its times are not known; null otherwise. */
    private @Nullable Timed untimed;
    /** What is spoken after {@link #current}, once it is known. */
    private @Nullable Utterance upcoming;
    /** Places that are reached with the last sound of {@link #current}. */
    private final List<Delivery.Mark> endMarks = new ArrayList<>();
    /** The pause that was asked for after {@link #current}; less than 0 for none. */
    private long pause = NO_PAUSE;
    private boolean spoken;
    private long voiceSamples;
    private boolean waiting;
    private boolean ended;
    private final FirstSound firstSound;
    private long wallNanos;

    PipelineStream(SynthesisRequest request, Admitted admitted, WatermarkStage watermark,
            Cancellation cancellation) {
        this.request = request;
        this.requestId = admitted.requestId();
        this.voice = admitted.voice();
        this.place = admitted.place();
        this.cancellation = cancellation;
        this.watermarked = watermark.embeds();
        this.utterances = admitted.text();
        this.current = UtteranceAudio.nothing(voice.vocoder().sampleRate());
        this.postprocessing = new Postprocessing(request.volumeGainDb(),
                watermark.open(requestId, voice.vocoder().sampleRate()), voice.vocoder().sampleRate(),
                request.sampleRate());
        this.firstSound = new FirstSound(request.volumeGainDb(), request.sampleRate());
    }

    /** What a request holds once it is let in. */
    record Admitted(RequestId requestId, Voice voice, UtteranceReader text, Place place) {}

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
            Optional<StampedAudio> audio = place.run(() -> {
                clock.add(Stage.WAITING, System.nanoTime() - asked);
                return compute();
            });
            wallNanos = System.nanoTime() - opened;
            waiting = audio.isEmpty();
            if (waiting) {
                return audio;
            }
            if (audio.get().audio().length() > 0) {
                firstSound.delivered(audio.get().audio().samples(), wallNanos);
                place.delivered(Duration.ofNanos(Math.round(audio.get().audio().length() * 1e9 / sampleRate())));
                return audio;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isWaiting() {
        return waiting && !ended;
    }

    /** One piece of work: the next block, or an utterance's first; nothing where text is needed for it. */
    private Optional<StampedAudio> compute() {
        try {
            cancellation.check();
            Optional<AudioChunk> block = nextBlock();
            if (block.isEmpty() && needsText()) {
                return Optional.empty();
            }
            ended = block.isEmpty();
            Optional<AudioChunk> audio = block;
            return Optional.of(clock.time(Stage.POSTPROCESSING,
                    () -> audio.map(postprocessing::push).orElseGet(postprocessing::flush)));
        } catch (InferenceException.OutOfMemory | OutOfMemoryError e) {
            ended = true;
            throw new SynthesisException.Overloaded("there is not enough memory for the request now; try again, with a "
                    + "shorter text if it is long", AFTER_LACK_OF_MEMORY);
        } catch (InferenceException | IllegalStateException | IllegalArgumentException e) {
            ended = true;
            throw new SynthesisException.StageFailed("the request " + requestId + " could not be computed", e);
        } catch (SynthesisException e) {
            ended = true;
            throw e;
        }
    }

    private Optional<AudioChunk> nextBlock() {
        Optional<AudioChunk> block = clock.time(Stage.VOCODER, current::next);
        while (block.isEmpty() && (endCurrent() || beginUpcoming())) {
            cancellation.check();
            block = clock.time(Stage.VOCODER, current::next);
        }
        tellTimes();
        voiceSamples += block.map(AudioChunk::length).orElse(0);
        if (block.isPresent() && current.isOver() && endCurrent()) {
            Optional<AudioChunk> tail = current.next();
            voiceSamples += tail.map(AudioChunk::length).orElse(0);
            return Optional.of(joined(block.get(), tail));
        }
        return block;
    }

    private static AudioChunk joined(AudioChunk first, Optional<AudioChunk> second) {
        if (second.isEmpty()) {
            return first;
        }
        float[] samples = Arrays.copyOf(first.samples(), first.length() + second.get().length());
        System.arraycopy(second.get().samples(), 0, samples, first.length(), second.get().length());
        return new AudioChunk(samples, first.sampleRate());
    }

    /**
     * Ends the current utterance with the silence that follows it, if it is not ended yet and the text tells what that is.
     */
    private boolean endCurrent() {
        if (current.isEnded()) {
            return false;
        }
        readOn();
        if (upcoming == null && needsText()) {
            return false;
        }
        boolean last = upcoming == null;
        if (pause == NO_PAUSE) {
            pause = pauseNotAskedFor(last);
        }
        tellTimes();
        endMarks.forEach(mark -> timepoints.add(new Timepoint.Mark(mark.name(), seconds(voiceSamples))));
        endMarks.clear();
        current.end(pause, last);
        return true;
    }

    private long pauseNotAskedFor(boolean last) {
        Silence silence = request.silence();
        if (!spoken) {
            return last ? 0 : samples(silence.lead());
        }
        return samples(last ? silence.tail() : silence.betweenSentences());
    }

    /** Reads up to the next utterance of which something is spoken. */
    private void readOn() {
        while (upcoming == null) {
            Optional<Utterance> next = clock.time(Stage.TEXT_FRONTEND, utterances::next);
            if (next.isEmpty()) {
                return;
            }
            Utterance utterance = next.get();
            if (!utterance.phonemes().isSilent()) {
                upcoming = utterance;
                return;
            }
            coverage.add(utterance);
            endMarks.addAll(utterance.delivery().marks());
            long more = samples(utterance.delivery().pauseAfter());
            pause = more == NO_PAUSE ? pause : Math.max(0, pause) + more;
        }
    }

    private boolean beginUpcoming() {
        Utterance utterance = upcoming;
        if (utterance == null) {
            return false;
        }
        cancellation.check();
        upcoming = null;
        spoken = true;
        coverage.add(utterance);
        AcousticFrames frames = clock.time(Stage.ACOUSTIC_MODEL, () -> frames(utterance));
        long before = pause == NO_PAUSE ? NO_PAUSE : Math.max(0, pause - current.begunPause());
        Sounding sounding = voice.acousticModel().sounding(frames);
        int first = before == NO_PAUSE ? 0 : sounding.first();
        vocoderBatches = vocoderBatches.plus(current.batching());
        current = new UtteranceAudio(new UtteranceAudio.Sound(
                voice.vocoder().open(frames, first, noiseSeed(request.seed(), utterance.index())), first,
                new ExpressionTrack(frames, utterance.delivery().expressions()).gains(), frames.framesPerSecond()),
                voice.vocoder().sampleRate(), before);
        untimed = new Timed(utterance, frames, sounding.end(), voiceSamples);
        endMarks.addAll(Timeline.marksAtEnd(utterance));
        pause = samples(utterance.delivery().pauseAfter());
        return true;
    }

    /** Whether the reader has nothing now, but may have later. */
    private boolean needsText() {
        return utterances instanceof IncrementalReader text && !text.isOver();
    }

    /** An utterance whose audio begins after that many samples of the voice. */
    private record Timed(Utterance utterance, AcousticFrames frames, int soundEnd, long start) {}

    /** Tells of the words and marks of the utterance, once it is known how much of the voice's own silence was taken away. */
    private void tellTimes() {
        OptionalLong voiceStart = current.voiceStart();
        if (untimed != null && voiceStart.isPresent()) {
            timepoints.addAll(Timeline.of(untimed.utterance, untimed.frames, untimed.soundEnd,
                    seconds(untimed.start + voiceStart.getAsLong())));
            untimed = null;
        }
    }

    private double seconds(long sample) {
        return sample / (double) voice.vocoder().sampleRate();
    }

    private AcousticFrames frames(Utterance utterance) {
        Delivery delivery = utterance.delivery();
        double rate = Math.clamp(request.speakingRate() * delivery.rate(), SLOWEST, FASTEST);
        AcousticFrames frames = voice.acousticModel().predict(utterance.phonemes(), rate, place,
                batch -> acousticBatches = acousticBatches.plus(batch));
        float[] pitches = new ExpressionTrack(frames, delivery.expressions()).pitches();
        return pitches.length == 0 ? frames : voice.acousticModel().pitched(frames, pitches);
    }

    private long samples(@Nullable Duration pause) {
        return pause == null ? NO_PAUSE : Math.round(pause.toNanos() * 1e-9 * voice.vocoder().sampleRate());
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
                Duration.ofNanos(wallNanos), firstSound.timeToFirstAudio(), firstSound.timeToFirstSound(),
                clock.times(), new BatchedStages(acousticBatches, vocoderBatches.plus(current.batching())),
                coverage.spoken(),
                coverage.skipped(), postprocessing.limitedSamples(), coverage.notes(), watermarked);
    }

    @Override
    public void close() {
        ended = true;
        place.close();
    }
}
