package dev.sixtyfold.server.grpc;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.proto.v1.AudioDescription;
import dev.sixtyfold.proto.v1.Batching;
import dev.sixtyfold.proto.v1.Coverage;
import dev.sixtyfold.proto.v1.SkippedSpan;
import dev.sixtyfold.proto.v1.StageTimes;
import dev.sixtyfold.proto.v1.TextNote;
import dev.sixtyfold.proto.v1.TextSpan;
import dev.sixtyfold.proto.v1.Voice;
import dev.sixtyfold.proto.v1.VoiceGender;
import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.speech.SourceNote;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.synthesis.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** From what the pipeline says to the messages of the contract. */
final class Messages {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Messages() {}

    /** What is coming, from a receipt taken before the first sample. */
    static AudioDescription description(Receipt opened, AudioEncoding encoding, int sampleRate) {
        return AudioDescription.newBuilder()
                .setRequestId(opened.requestId().toString())
                .setVoiceName(opened.voice().name())
                .setModelHash(opened.modelHash())
                .setAudioEncoding(switch (encoding) {
                    case WAV -> dev.sixtyfold.proto.v1.AudioEncoding.AUDIO_ENCODING_WAV;
                    case PCM -> dev.sixtyfold.proto.v1.AudioEncoding.AUDIO_ENCODING_PCM;
                })
                .setSampleRateHertz(sampleRate)
                .setSeed(opened.seed())
                .build();
    }

    static dev.sixtyfold.proto.v1.Receipt receipt(Receipt receipt) {
        Receipt.StageTimes stages = receipt.stages();
        return dev.sixtyfold.proto.v1.Receipt.newBuilder()
                .setRequestId(receipt.requestId().toString())
                .setAudioSeconds(seconds(receipt.audio()))
                .setWallMillis(millis(receipt.wall()))
                .setTimeToFirstAudioMillis(millis(receipt.timeToFirstAudio()))
                .setTimeToFirstSoundMillis(millis(receipt.timeToFirstSound()))
                .setStageTimes(StageTimes.newBuilder()
                        .setTextFrontendMillis(millis(stages.textFrontend()))
                        .setAcousticModelMillis(millis(stages.acousticModel()))
                        .setVocoderMillis(millis(stages.vocoder()))
                        .setPostprocessingMillis(millis(stages.postprocessing()))
                        .setWaitingMillis(millis(stages.waiting())))
                .setBatching(batching(receipt.batching().vocoder()))
                .setAcousticBatching(batching(receipt.batching().acousticModel()))
                .setRealTimeFactor(receipt.realTimeFactor())
                .setRealTimeFactorGoal(Receipt.REAL_TIME_FACTOR_GOAL)
                .setCoverage(coverage(receipt.spoken(), receipt.skipped()))
                .setClippedSamples(receipt.clippedSamples())
                .setWatermarked(receipt.watermarked())
                .addAllNotes(notes(receipt.notes()))
                .build();
    }

    private static Batching batching(BatchFigures figures) {
        return Batching.newBuilder().setBlocks(figures.batches()).setMeanSize(figures.meanSize())
                .setWaitMillis(millis(figures.waited())).build();
    }

    /** The short form for trailers: printable ASCII, well under 1 kB. */
    static String shortForm(Receipt receipt) {
        return String.format(Locale.ROOT, "request-id=%s;audio-seconds=%.3f;wall-millis=%.1f;"
                + "time-to-first-audio-millis=%.1f;time-to-first-sound-millis=%.1f;real-time-factor=%.1f;skipped-spans=%d;clipped-samples=%d",
                receipt
                        .requestId(),
                seconds(receipt.audio()), millis(receipt.wall()), millis(receipt.timeToFirstAudio()),
                millis(receipt.timeToFirstSound()),
                receipt.realTimeFactor(), receipt.skipped().size(), receipt.clippedSamples());
    }

    static Voice voice(VoiceDescription voice, boolean installed) {
        return Voice.newBuilder()
                .addAllLanguageCodes(voice.languages())
                .setName(voice.id().name())
                .setGender(switch (voice.gender()) {
                    case FEMALE -> VoiceGender.VOICE_GENDER_FEMALE;
                    case MALE -> VoiceGender.VOICE_GENDER_MALE;
                    case NEUTRAL -> VoiceGender.VOICE_GENDER_NEUTRAL;
                })
                .setNaturalSampleRateHertz(voice.sampleRate())
                .setInstalled(installed)
                .setLicense(voice.license())
                .build();
    }

    static Coverage coverage(List<SourceSpan> spoken, List<dev.sixtyfold.speech.SkippedSpan> skipped) {
        Coverage.Builder coverage = Coverage.newBuilder();
        spoken.forEach(span -> coverage.addSpoken(span(span)));
        skipped.forEach(span -> coverage.addSkipped(
                SkippedSpan.newBuilder().setSpan(span(span.source())).setReason(span.reason())));
        return coverage.build();
    }

    static List<TextNote> notes(List<SourceNote> notes) {
        return notes.stream().map(note -> TextNote.newBuilder().setSpan(span(note.source())).setText(note.text())
                .build()).toList();
    }

    static TextSpan span(SourceSpan span) {
        return TextSpan.newBuilder().setStart(span.start()).setEnd(span.end()).build();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
