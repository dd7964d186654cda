package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.dsp.PolyphaseResampler;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.SpeechLike;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkDetectorTest {

    private static final int RATE = 24_000;
    private static final RequestId ID = new RequestId(0xCAFE0123);

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("01".repeat(32)));
    private final KeyedPattern otherPattern = new KeyedPattern(WatermarkKey.parse("02".repeat(32)));
    private final WatermarkDetector detector = new WatermarkDetector(List.of(pattern), SearchEffort.UNCHANGED);

    private float[] stamped(float[] samples, int sampleRate, RequestId id) {
        return stamped(samples, sampleRate, id, Strength.STANDARD);
    }

    private float[] stamped(float[] samples, int sampleRate, RequestId id, Strength strength) {
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, id, sampleRate, 1, strength);
        return joined(embedder.push(samples), embedder.flush());
    }

    private static float[] joined(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static float[] cut(float[] samples, double from, double to, int rate) {
        return Arrays.copyOfRange(samples, (int) (from * rate), (int) (to * rate));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 22_050, 24_000, 44_100, 48_000})
    void theIdIsReadFromThreeSecondsAtAnyRate(int rate) {
        float[] clip = cut(stamped(SpeechLike.of(1, 8, rate), rate, ID), 3.217, 6.217, rate);
        Verification found = detector.verify(clip, rate);
        assertThat(found.verdict()).isEqualTo(Verdict.WATERMARKED);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.keyId()).contains(pattern.key().id());
        assertThat(found.logPValue()).isLessThan(Math.log(1e-6));
        Span span = found.spans().getFirst();
        assertThat(span.startSeconds()).isCloseTo(0, within(0.5));
        assertThat(span.endSeconds()).isCloseTo(3, within(0.5));
    }

    /** So that the standard may be changed without losing what was stamped before. */
    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "2.1, 2.6", "3, 4"})
    void theDetectorNeedNotKnowHowStronglyAClipWasStamped(double lowDb, double highDb) {
        float[] clip = cut(stamped(SpeechLike.of(1, 8, RATE), RATE, ID, new Strength(lowDb, highDb, 3)), 1.3, 6.3,
                RATE);
        assertThat(detector.verify(clip, RATE).requestId()).contains(ID);
    }

    @Test
    void anotherRateThanItWasStampedAtDoesNotMatter() {
        PolyphaseResampler resampler = new PolyphaseResampler(RATE, 44_100);
        float[] stamped = stamped(SpeechLike.of(2, 5, RATE), RATE, ID);
        float[] resampled = joined(resampler.push(stamped), resampler.flush());
        assertThat(detector.verify(resampled, 44_100).requestId()).contains(ID);
    }

    @Test
    void nothingIsFoundInUnmarkedSpeechNorUnderAnotherKey() {
        float[] speech = SpeechLike.of(3, 10, RATE);
        assertThat(detector.verify(speech, RATE).verdict()).isEqualTo(Verdict.NOT_DETECTED);
        WatermarkDetector other = new WatermarkDetector(List.of(otherPattern), SearchEffort.UNCHANGED);
        Verification found = other.verify(stamped(speech, RATE, ID), RATE);
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETECTED);
        assertThat(found.spans()).isEmpty();
        assertThat(found.keyId()).isEmpty();
    }

    @Test
    void severalKeysAreTriedAndTheRightOneNamed() {
        WatermarkDetector both = new WatermarkDetector(List.of(otherPattern, pattern), SearchEffort.UNCHANGED);
        Verification found = both.verify(stamped(SpeechLike.of(4, 6, RATE), RATE, ID), RATE);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.keyId()).contains(pattern.key().id());
    }

    @Test
    void joinedClipsReportTheirSpans() {
        RequestId second = new RequestId(77);
        float[] one = cut(stamped(SpeechLike.of(5, 9, RATE), RATE, ID), 1, 7, RATE);
        float[] two = cut(stamped(SpeechLike.of(6, 9, RATE), RATE, second), 2.5, 6.5, RATE);
        Verification found = detector.verify(joined(one, two), RATE);
        assertThat(found.spans()).extracting(Span::requestId).containsExactly(ID, second);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.spans().get(0).endSeconds()).isCloseTo(6, within(1.0));
        assertThat(found.spans().get(1).startSeconds()).isCloseTo(6, within(1.0));
        assertThat(found.spans().get(1).endSeconds()).isCloseTo(10, within(0.6));
    }

    @Test
    void aMarkedPartOfALongRecordingIsFoundWhereItIs() {
        float[] marked = cut(stamped(SpeechLike.of(7, 9, RATE), RATE, ID), 1, 7, RATE);
        float[] all = joined(SpeechLike.of(8, 21, RATE), marked, SpeechLike.of(9, 14, RATE));
        DetectionStream stream = detector.open(RATE, 1);
        for (int at = 0; at < all.length; at += 1000) {
            stream.push(new float[][]{Arrays.copyOfRange(all, at, Math.min(all.length, at + 1000))});
        }
        Verification found = stream.finish();
        assertThat(found.spans()).hasSize(1);
        Span span = found.spans().getFirst();
        assertThat(span.requestId()).isEqualTo(ID);
        assertThat(span.startSeconds()).isCloseTo(21, within(1.0));
        assertThat(span.endSeconds()).isCloseTo(27, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.05, 0.5})
    void gainAndPolarityDoNotMatter(double gain) {
        float[] clip = cut(stamped(SpeechLike.of(10, 5, RATE), RATE, ID), 1, 4, RATE);
        for (int n = 0; n < clip.length; n++) {
            clip[n] *= (float) gain;
        }
        assertThat(detector.verify(clip, RATE).requestId()).contains(ID);
    }

    @Test
    void aFasterRecordingIsReadByTheFullSearch() {
        float[] stamped = stamped(SpeechLike.of(11, 6, RATE), RATE, ID);
        PolyphaseResampler resampler = new PolyphaseResampler(104, 100); // 4 % faster and higher
        float[] faster = joined(resampler.push(stamped), resampler.flush());
        assertThat(detector.verify(faster, RATE).requestId()).isEmpty();
        Verification found = new WatermarkDetector(List.of(pattern), SearchEffort.CHANGED_TOO).verify(faster, RATE);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.spans().getFirst().line().tempo()).isCloseTo(1.04, within(0.003));
        assertThat(found.spans().getFirst().line().pitch()).isCloseTo(1.04, within(0.003));
    }

    @Test
    void aRoomMayAnswerForHalfASecond() {
        float[] stamped = stamped(SpeechLike.of(14, 7, RATE), RATE, ID);
        float[] room = new float[stamped.length]; // a tail 5 dB louder than the direct sound, 60 dB down after 0.5 s
        double keep = Math.pow(10, -3 / (0.5 * RATE));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(15);
        int length = RATE / 4;
        double[] response = new double[length];
        double energy = 0;
        for (int n = 72; n < length; n += 1 + random.nextInt(40)) { // sparse, so that the test is quick
            response[n] = (random.nextBoolean() ? 1 : -1) * Math.pow(keep, n);
            energy += response[n] * response[n];
        }
        for (int n = 0; n < length; n++) {
            double gain = n == 0 ? 1 : response[n] * Math.sqrt(3 / energy);
            for (int at = n; gain != 0 && at < room.length; at++) {
                room[at] += (float) (gain * stamped[at - n]);
            }
        }
        assertThat(detector.verify(cut(room, 1, 4.5, RATE), RATE).requestId()).contains(ID);
    }

    @Test
    void whatIsTooShortOrSilentIsInconclusive() {
        assertThat(detector.verify(new float[0], RATE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(detector.verify(new float[10 * RATE], RATE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(detector.verify(SpeechLike.of(12, 0.4, RATE), RATE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void stereoIsReadFromBothChannelsOrFromOne() {
        float[] clip = cut(stamped(SpeechLike.of(13, 6, RATE), RATE, ID), 1, 5, RATE);
        for (float[][] channels : new float[][][]{{clip, clip}, {clip, new float[clip.length]}}) {
            DetectionStream stream = detector.open(RATE, 2);
            stream.push(channels);
            assertThat(stream.finish().requestId()).contains(ID);
        }
    }
}
