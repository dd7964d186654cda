package dev.sixtyfold.encoding.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavDecoderTest {

    private static final int PCM = 1;
    private static final int FLOAT = 3;

    @ParameterizedTest
    @CsvSource({"1,8,0.008", "1,16,0.00004", "1,24,0.0000002", "1,32,0.0000002", "3,32,0.0000001", "3,64,0.0000001"})
    void everyWayToWriteANumberIsRead(int format, int bits, double tolerance) throws IOException {
        double[][] frames = {{0.5, -0.25}, {-1, 0.75}, {0, 0.125}};
        float[][] samples = read(file(format(format, 2, 44_100, bits), chunk("data", samples(format, bits, frames))));

        for (int i = 0; i < frames.length; i++) {
            for (int channel = 0; channel < 2; channel++) {
                assertThat((double) samples[channel][i]).isCloseTo(frames[i][channel], within(tolerance));
            }
        }
    }

    /** The oracle is the JDK's. */
    @ParameterizedTest
    @CsvSource({"7,ULAW", "6,ALAW"})
    void allCodesOfTheTelephoneAreRead(int format, String name) throws IOException {
        byte[] codes = new byte[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) i;
        }
        AudioFormat coded = new AudioFormat(new AudioFormat.Encoding(name), 8000, 8, 1, 1, 8000, false);
        AudioFormat linear = new AudioFormat(8000, 16, 1, true, false);
        byte[] expected = AudioSystem.getAudioInputStream(linear, new AudioInputStream(new ByteArrayInputStream(codes),
                coded, codes.length)).readAllBytes();

        float[] samples = read(file(format(format, 1, 8000, 8), chunk("data", codes)))[0];

        ByteBuffer words = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            assertThat(sample * 32768).isEqualTo(words.getShort());
        }
    }

    @Test
    void theExtensibleFormatIsReadByWhatItStandsFor() throws IOException {
        ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).put(format(0xFFFE, 1, 48_000, 24), 8,
                16);
        format.putShort((short) 22).putShort((short) 24).putInt(4).putShort((short) PCM);

        float[] samples = read(file(chunk("fmt ", format.array()), chunk("data", samples(PCM, 24, new double[][]{
            {0.5}}))))[0];

        assertThat(samples).containsExactly(0.5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000})
    void aLengthThatIsNotKnownOrWrongMeansUntilTheEnd(int length) throws IOException {
        byte[] data = chunk("data", samples(PCM, 16, new double[][]{{0.5}, {0.25}}));
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length);

        assertThat(read(file(format(PCM, 1, 24_000, 16), data))[0]).containsExactly(0.5f, 0.25f);
    }

    @Test
    void chunksOfOtherKindsAndAHalfFrameAtTheEndAreLeftOut() throws IOException {
        byte[] samples = samples(PCM, 16, new double[][]{{0.5}, {0.25}});
        byte[] cut = Arrays.copyOf(samples, samples.length - 1);

        assertThat(read(file(chunk("LIST", new byte[7]), format(PCM, 1, 24_000, 16), chunk("junk", new byte[3]), chunk(
                "data", cut)))[0]).containsExactly(0.5f);
    }

    @Test
    void theFormOf64BitsIsReadToo() throws IOException {
        byte[] data = chunk("data", samples(PCM, 16, new double[][]{{0.5}}));
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1);
        byte[] file = file(chunk("ds64", new byte[28]), format(PCM, 1, 24_000, 16), data);
        System.arraycopy("RF64".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);

        assertThat(read(file)[0]).containsExactly(0.5f);
    }

    @ParameterizedTest
    @CsvSource({"2,4,WAV format 2 of 4 bits is not read", "1,12,of 12 bits is not read", "3,16,of 16 bits is not read"})
    void otherFormatsAreNamed(int format, int bits, String problem) {
        assertThatThrownBy(() -> read(file(format(format, 1, 24_000, bits), chunk("data", new byte[8])))).isInstanceOf(
                UnreadableAudioException.class).hasMessageContaining("x.wav: ").hasMessageContaining(problem);
    }

    @Test
    void samplesWithoutAFormatAndHeadersThatEndAreRefused() {
        assertThatThrownBy(() -> read(file(chunk("data", new byte[8])))).hasMessageContaining("before their format");
        assertThatThrownBy(() -> read(file(format(PCM, 1, 24_000, 16)))).hasMessageContaining(
                "x.wav: ends within its WAV header");
        assertThatThrownBy(() -> read(file(format(PCM, 0, 24_000, 16), chunk("data", new byte[8]))))
                .hasMessageContaining(
                        "0 channels");
    }

    private static float[][] read(byte[] file) throws IOException {
        return AudioDecodersTest.all(AudioDecoders.open(new ByteArrayInputStream(file), "x.wav"));
    }

    private static byte[] format(int format, int channels, int rate, int bits) {
        int frame = channels * bits / 8;
        return chunk("fmt ", ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putShort((short) format).putShort(
                (short) channels).putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) bits)
                .array());
    }

    private static byte[] samples(int format, int bits, double[][] frames) {
        ByteBuffer bytes = ByteBuffer.allocate(frames.length * frames[0].length * bits / 8).order(
                ByteOrder.LITTLE_ENDIAN);
        for (double[] frame : frames) {
            for (double value : frame) {
                if (format == FLOAT) {
                    if (bits == 32) {
                        bytes.putFloat((float) value);
                    } else {
                        bytes.putDouble(value);
                    }
                } else {
                    long number = Math.round(value * Math.scalb(1.0, bits - 1)) + (bits == 8 ? 128 : 0);
                    for (int shift = 0; shift < bits; shift += 8) {
                        bytes.put((byte) (number >> shift));
                    }
                }
            }
        }
        return bytes.array();
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN).put(name
                .getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content).array();
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[4]);
        file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }
}
