package dev.sixtyfold.server.verification;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.sixtyfold.encoding.decode.AudioDecoder;
import dev.sixtyfold.encoding.decode.AudioDecoders;
import dev.sixtyfold.encoding.decode.UnreadableAudioException;
import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.server.audit.AuditSource;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.Right;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.SynthesisException.Overloaded;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import dev.sixtyfold.watermark.detect.DetectionStream;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verdict;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Looks for watermarks in recordings that callers send, in a stream with bounded memory, within limits. Safe for use by many
 * threads at once.
 */
public final class VerificationService {

    private static final System.Logger LOG = System.getLogger(VerificationService.class.getName());
    private static final String FIELD = "audio_content";
    private static final long MOST_SAMPLES_A_SECOND = 2 * 192_000;
    private static final int PLACES_A_THREAD = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final double LEAST_ACTIVE_SECONDS = 1;

    private final VerificationConfig config;
    private final List<KeyedPattern> patterns;
    private final AuditSource records;
    private final RateLimits limits;
    /** Each holds some seconds of audio. */
    private final Semaphore underWay;
    /** Searching takes a processor, and live speech needs them more. */
    private final Semaphore searching;

    /**
     * @param keys
     *            that verify
     */
    public VerificationService(VerificationConfig config, List<WatermarkKey> keys, AuditSource records) {
        this(config, keys, records, TimeMeter.SYSTEM_MILLISECONDS);
    }

    VerificationService(VerificationConfig config, List<WatermarkKey> keys, AuditSource records, TimeMeter time) {
        this.config = config;
        this.patterns = keys.stream().map(KeyedPattern::new).toList();
        this.records = records;
        this.limits = new RateLimits(config, time);
        this.underWay = new Semaphore(PLACES_A_THREAD * config.threads());
        this.searching = new Semaphore(config.threads(), true);
    }

    public VerificationConfig config() {
        return config;
    }

    /**
     * Searches a recording.
     *
     * @param audio
     *            a file of any kind that is read; closing it is the caller's
     * @throws dev.sixtyfold.speech.SynthesisException
     *             if the caller may not, has sent too much, or the recording cannot be read
     */
    public Disclosure verify(Caller caller, InputStream audio, SearchEffort effort, Cancellation cancellation) {
        caller.require(Right.VERIFY);
        limits.recording(caller);
        if (!underWay.tryAcquire()) {
            throw new Overloaded("as many recordings as can be are being verified; try again", RETRY_AFTER);
        }
        try {
            AudioDecoder decoder = AudioDecoders.open(new LimitedStream(audio, config.maxBytes(), FIELD), FIELD);
            if ((long) decoder.sampleRate() * decoder.channels() > MOST_SAMPLES_A_SECOND) {
                throw new InvalidRequest(FIELD, "has " + decoder.channels() + " channels at " + decoder.sampleRate()
                        + " Hz; two at 192000 Hz are the most that is verified");
            }
            DetectionStream detection = new WatermarkDetector(patterns, effort).open(decoder.sampleRate(), decoder
                    .channels());
            double seconds = 0;
            for (Optional<float[][]> block = decoder.read(); block.isPresent(); block = decoder.read()) {
                cancellation.check();
                double length = (double) block.get()[0].length / decoder.sampleRate();
                seconds += length;
                if (seconds > config.maxSeconds()) {
                    throw new InvalidRequest(FIELD, "is longer than " + config.maxSeconds()
                            + " s, the most that is verified; send a part of it");
                }
                limits.audio(caller, length);
                push(detection, block.get());
            }
            cancellation.check();
            Disclosure disclosure = disclosure(caller, finish(detection), seconds);
            LOG.log(INFO, () -> String.format(Locale.ROOT, "verification for %s: %s in %.1f s of audio", caller.name(),
                    disclosure.verdict(), disclosure.audioSeconds()));
            return disclosure;
        } catch (UnreadableAudioException e) {
            throw new InvalidRequest(FIELD, String.valueOf(e.getMessage()).replaceFirst("^" + FIELD + ": ", ""));
        } catch (IOException e) {
            throw new StageFailed("the recording could not be received: " + e.getMessage(), e);
        } finally {
            underWay.release();
        }
    }

    private void push(DetectionStream detection, float[][] samples) {
        searching.acquireUninterruptibly();
        try {
            detection.push(samples);
        } finally {
            searching.release();
        }
    }

    private Verification finish(DetectionStream detection) {
        searching.acquireUninterruptibly();
        try {
            return detection.finish();
        } finally {
            searching.release();
        }
    }

    private Disclosure disclosure(Caller caller, Verification found, double seconds) {
        boolean exact = caller.may(Right.VERIFY_EXACT);
        return new Disclosure(exact ? found.verdict() : coarse(found), found.requestId(), found.isForeign(), seconds,
                exact ? Optional.of(found) : Optional.empty(),
                found.isForeign() ? Optional.empty() : record(caller, found));
    }

    /** A weak trace would tell who tries to remove a watermark that it is nearly gone. */
    private static Verdict coarse(Verification found) {
        return switch (found.verdict()) {
            case WATERMARKED -> Verdict.WATERMARKED;
            case NOT_DETECTED -> Verdict.NOT_DETECTED;
            case INCONCLUSIVE -> found.activeSeconds() < LEAST_ACTIVE_SECONDS
                    ? Verdict.INCONCLUSIVE
                    : Verdict.NOT_DETECTED;
        };
    }

    /** The verdict holds without the records. */
    private Optional<Recorded> record(Caller caller, Verification found) {
        if (found.requestId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return records.find(found.requestId().get()) instanceof Recorded recorded && (caller.may(Right.AUDIT)
                    || recorded.request().requester().caller().equals(caller.name()))
                            ? Optional.of(recorded)
                            : Optional.empty();
        } catch (IOException e) {
            LOG.log(WARNING, "the records cannot be read: {0}", e.getMessage());
            return Optional.empty();
        }
    }
}
