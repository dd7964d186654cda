package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.VoiceId;
import java.time.Duration;
import java.util.List;

/**
 * What a request got and what it cost.
 *
 * @param modelHash
 *            SHA-256 of the voice's model file, in hex
 * @param seed
 *            that was used
 * @param audio
 *            length of the audio
 * @param wall
 *            from the request's arrival to its last sample
 * @param timeToFirstAudio
 *            from the request's arrival to its first sample; zero if there was none
 * @param timeToFirstSound
 *            from the request's arrival until who plays each sample when it comes hears the first sound; zero if there was
 *            none
 * @param stages
 *            time that each stage took, waiting apart
 * @param batching
 *            of its runs with those of other requests; nothing where each goes by itself
 * @param spoken
 *            the parts of the text that were spoken, in order
 * @param skipped
 *            the parts that were not, with the reasons
 * @param clippedSamples
 *            samples that were louder than full scale and were limited
 * @param notes
 *            on what was asked of parts of the text and could not be done
 * @param watermarked
 *            whether the samples carry the request id
 */
public record Receipt(RequestId requestId, VoiceId voice, String modelHash, long seed, Duration audio, Duration wall,
        Duration timeToFirstAudio, Duration timeToFirstSound, StageTimes stages, BatchedStages batching,
        List<SourceSpan> spoken,
        List<SkippedSpan> skipped,
        long clippedSamples, List<SourceNote> notes, boolean watermarked) {

    /** One minute of audio for each second of compute. */
    public static final double REAL_TIME_FACTOR_GOAL = 60;

    public Receipt {
        spoken = List.copyOf(spoken);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** Seconds of audio for each second of compute (all stages added up); 0 if nothing was computed. */
    public double realTimeFactor() {
        long compute = stages.total().toNanos();
        return compute == 0 ? 0 : (double) audio.toNanos() / compute;
    }

    /**
     * Time in each stage.
     *
     * @param postprocessing
     *            gain, watermark stage, resampling and limiting
     * @param waiting
     *            for a thread that computes; not part of the total
     */
    public record StageTimes(Duration textFrontend, Duration acousticModel, Duration vocoder, Duration postprocessing,
            Duration waiting) {

        public Duration total() {
            return textFrontend.plus(acousticModel).plus(vocoder).plus(postprocessing);
        }
    }
}
