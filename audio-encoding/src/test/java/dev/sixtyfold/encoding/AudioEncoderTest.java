package dev.sixtyfold.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.StampedAudio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioEncoderTest {

    private static final int RATE = 24000;
    private static final RequestId REQUEST = new RequestId(42);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 32767", "-1, -32768", "2, 32767", "-2, -32768", "0.5, 16384", "-0.5, -16384",
        "Infinity, 32767", "-Infinity, -32768"})
    void scalesFullScaleToSixteenBitsAndSaturates(float sample, int expected) {
        assertThat(shorts(AudioEncoding.PCM.encoder(RATE).encode(audio(sample)))).containsExactly((short) expected);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "1.5, 2", "2.5, 2", "-0.5, 0", "-1.5, -2", "0.51, 1", "-0.51, -1", "1.49, 1"})
    void roundsToTheNearestAndHalvesToTheEvenOne(float units, int expected) {
        assertThat(shorts(AudioEncoding.PCM.encoder(RATE).encode(audio(units / 32768)))).containsExactly(
                (short) expected);
    }

    @ParameterizedTest
    @EnumSource(AudioEncoding.class)
    void givesTheSameBytesHoweverTheSamplesAreCut(AudioEncoding encoding) {
        float[] samples = noise(1000);
        byte[] whole = encode(encoding, samples, samples.length);

        assertThat(encode(encoding, samples, 1)).isEqualTo(whole);
        assertThat(encode(encoding, samples, 77)).isEqualTo(whole);
    }

    @Test
    void rawPcmIsNothingButSamples() {
        assertThat(encode(AudioEncoding.PCM, noise(100), 10)).hasSize(200);
        assertThat(encode(AudioEncoding.PCM, new float[0], 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16000, 22050, 24000, 44100, 48000})
    void anIndependentReaderFindsTheSamplesOfASealedWav(int sampleRate) throws Exception {
        float[] samples = noise(500);
        AudioEncoder encoder = AudioEncoding.WAV.encoder(sampleRate);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(encoder.encode(StampedAudio.stamped(new AudioChunk(samples, sampleRate), REQUEST)));
        out.writeBytes(encoder.finish());
        byte[] wav = out.toByteArray();
        seal(wav, encoder);

        try (AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(read.getFormat().matches(new AudioFormat(sampleRate, 16, 1, true, false))).isTrue();
            assertThat(read.getFrameLength()).isEqualTo(500);
            assertThat(read.readAllBytes()).isEqualTo(encode(AudioEncoding.PCM, samples, 500));
        }
    }

    @Test
    void anUnsealedWavLeavesBothLengthsOpen() {
        ByteBuffer wav = ByteBuffer.wrap(encode(AudioEncoding.WAV, noise(10), 3)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(wav.getInt(4)).isEqualTo(0xFFFFFFFF);
        assertThat(wav.getInt(40)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aWavWithoutSamplesIsAHeader() throws Exception {
        byte[] wav = encode(AudioEncoding.WAV, new float[0], 1);
        seal(wav, AudioEncoding.WAV.encoder(RATE));

        assertThat(wav).hasSize(WavHeader.LENGTH);
        try (AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(read.getFrameLength()).isZero();
        }
    }

    @Test
    void aWavTooLongForItsHeaderStaysOpen() {
        assertThat(WavHeader.ofLength(RATE, 0xFFFFFFFEL)).isEqualTo(WavHeader.open(RATE));
        assertThat(WavHeader.ofLength(RATE, 0xFFFFFF00L)).isNotEqualTo(WavHeader.open(RATE));
    }

    @Test
    void refusesASampleThatIsNotANumber() {
        AudioEncoder encoder = AudioEncoding.WAV.encoder(RATE);

        assertThatThrownBy(() -> encoder.encode(audio(Float.NaN))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a number");
    }

    @Test
    void refusesAChunkOfAnotherRateOrRequest() {
        AudioEncoder encoder = AudioEncoding.PCM.encoder(RATE);
        encoder.encode(audio(0));

        assertThatThrownBy(() -> encoder.encode(StampedAudio.stamped(new AudioChunk(new float[1], 8000), REQUEST)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("8000 Hz");
        assertThatThrownBy(() -> encoder.encode(StampedAudio.stamped(new AudioChunk(new float[1], RATE),
                new RequestId(43)))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0000002b");
    }

    @Test
    void findsAnEncodingByNameInAnyCase() {
        assertThat(AudioEncoding.byName("WaV")).contains(AudioEncoding.WAV);
        assertThat(AudioEncoding.byName("mp3")).isEmpty();
        assertThat(AudioEncoding.names()).isEqualTo("wav, pcm");
    }

    private static byte[] encode(AudioEncoding encoding, float[] samples, int chunkLength) {
        AudioEncoder encoder = encoding.encoder(RATE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < samples.length; start += chunkLength) {
            int end = Math.min(samples.length, start + chunkLength);
            out.writeBytes(encoder.encode(audio(Arrays.copyOfRange(samples, start, end))));
        }
        out.writeBytes(encoder.finish());
        return out.toByteArray();
    }

    private static void seal(byte[] encoded, AudioEncoder encoder) {
        byte[] header = encoder.sealedHeader(encoded.length);
        System.arraycopy(header, 0, encoded, 0, header.length);
    }

    private static StampedAudio audio(float... samples) {
        return StampedAudio.stamped(new AudioChunk(samples, RATE), REQUEST);
    }

    private static float[] noise(int length) {
        Random random = new Random(60);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian(0, 0.5);
        }
        return samples;
    }

    private static short[] shorts(byte[] bytes) {
        short[] values = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        return values;
    }
}
