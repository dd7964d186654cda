package dev.sixtyfold.watermark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.SpeechLike;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkEmbedderTest {

    private static final RequestId ID = new RequestId(0x1234abcd);

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("01".repeat(32)));

    private WatermarkEmbedder embedder(int sampleRate, int channels) {
        return new WatermarkEmbedder(pattern, ID, sampleRate, channels, Strength.STANDARD);
    }

    private float[] stamped(float[] samples, int sampleRate) {
        WatermarkEmbedder embedder = embedder(sampleRate, 1);
        return joined(embedder.push(samples), embedder.flush());
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000, 37_123})
    void asManySamplesComeOutAsWentInWhateverTheChunks(int sampleRate) {
        float[] speech = SpeechLike.of(1, 2.3, sampleRate);
        float[] whole = stamped(speech, sampleRate);
        assertThat(whole).hasSameSizeAs(speech).isNotEqualTo(speech);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        for (int largest : new int[]{1, 7, 3000}) {
            WatermarkEmbedder embedder = embedder(sampleRate, 1);
            float[] out = new float[0];
            for (int at = 0; at < speech.length;) {
                int length = Math.min(speech.length - at, 1 + random.nextInt(largest));
                out = joined(out, embedder.push(Arrays.copyOfRange(speech, at, at + length)));
                at += length;
                assertThat(at - out.length).isLessThanOrEqualTo((int) Math.ceil(WatermarkEmbedder.LOOK_AHEAD_SECONDS
                        * sampleRate));
            }
            assertThat(joined(out, embedder.flush())).isEqualTo(whole);
            if (largest == 1 && sampleRate > 16_000) {
                break; // quadratic in this test, not in the embedder
            }
        }
    }

    @Test
    void memoryOfAnEarlierStreamLeavesNoTrace() {
        EmbeddingMemory memory = new EmbeddingMemory(24_000, 1);
        float[] speech = SpeechLike.of(5, 1.7, 24_000);
        for (int stream = 0; stream < 3; stream++) {
            WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, ID, Strength.STANDARD, memory);
            assertThat(joined(embedder.push(speech), embedder.flush())).isEqualTo(stamped(speech, 24_000));
            assertThatThrownBy(embedder::flush).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theLookAheadIsBelow65Milliseconds() {
        assertThat(WatermarkEmbedder.LOOK_AHEAD_SECONDS).isLessThanOrEqualTo(0.065);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 511, 513, 2000})
    void shortAudioKeepsItsLength(int length) {
        float[] speech = Arrays.copyOfRange(SpeechLike.of(3, 1, 24_000), 5000, 5000 + length);
        assertThat(stamped(speech, 24_000)).hasSize(length);
    }

    @Test
    void silenceStaysSilent() {
        assertThat(stamped(new float[48_000], 24_000)).containsOnly(0);
        float[] speech = SpeechLike.of(4, 1, 24_000);
        float[] within = joined(joined(new float[24_000], speech), new float[24_000]);
        float[] out = stamped(within, 24_000);
        assertThat(Arrays.copyOf(out, 24_000 - 512)).containsOnly(0); // no echo before the sound
        assertThat(Arrays.copyOfRange(out, 48_000 + 512, 72_000)).containsOnly(0);
    }

    @Test
    void theChangeIsSmallAndWithinTheGrid() {
        float[] speech = SpeechLike.of(5, 4, 24_000);
        float[] out = stamped(speech, 24_000);
        double signal = 0;
        double change = 0;
        for (int n = 0; n < out.length; n++) {
            signal += speech[n] * speech[n];
            change += (out[n] - speech[n]) * (out[n] - speech[n]);
        }
        assertThat(10 * Math.log10(signal / change)).isBetween(12.0, 22.0);
        float[] tone = new float[24_000];
        for (int n = 0; n < tone.length; n++) {
            tone[n] = (float) (0.3 * Math.sin(2 * Math.PI * 9500 * n / 24_000.0));
        }
        float[] stampedTone = stamped(tone, 24_000);
        for (int n = 1000; n < 23_000; n++) {
            assertThat(stampedTone[n]).isCloseTo(tone[n], org.assertj.core.data.Offset.offset(2e-3f));
        }
    }

    @Test
    void renderingAgainGivesTheSameSamplesAndAnotherIdOthers() {
        float[] speech = SpeechLike.of(6, 2, 24_000);
        assertThat(stamped(speech, 24_000)).isEqualTo(stamped(speech, 24_000));
        WatermarkEmbedder other = new WatermarkEmbedder(pattern, new RequestId(5), 24_000, 1, Strength.STANDARD);
        assertThat(joined(other.push(speech), other.flush())).isNotEqualTo(stamped(speech, 24_000));
    }

    @Test
    void allChannelsGetTheSameGains() {
        float[] speech = SpeechLike.of(7, 2, 24_000);
        float[] half = new float[speech.length];
        for (int n = 0; n < half.length; n++) {
            half[n] = -0.5f * speech[n];
        }
        WatermarkEmbedder embedder = embedder(24_000, 2);
        float[][] out = embedder.push(new float[][]{speech, half});
        for (int n = 0; n < out[0].length; n++) {
            assertThat(out[1][n]).isCloseTo(-0.5f * out[0][n], org.assertj.core.data.Offset.offset(1e-5f));
        }
    }

    @Test
    void nothingIsStampedMoreWeaklyThanTheFloor() {
        assertThatThrownBy(() -> new Strength(0.5, 2, 3)).hasMessageContaining("low bands: 0.5 dB is not between");
        assertThatThrownBy(() -> new Strength(2, Double.NaN, 3)).hasMessageContaining("high bands");
    }
}
