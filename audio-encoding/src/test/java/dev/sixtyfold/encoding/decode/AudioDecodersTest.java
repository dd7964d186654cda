package dev.sixtyfold.encoding.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files among the resources were made by ffmpeg: 0.4 s at 24 kHz of a tone of 440 Hz with an amplitude of 0.25, and one
 * of 1000 Hz with 0.1.
 */
@Timeout(60)
class AudioDecodersTest {

    @ParameterizedTest
    @CsvSource({"mono16.flac,24000,1,0.0005", "stereo24.flac,24000,2,0.0005", "mono.mp3,24000,1,0.02",
        "stereo.mp3,44100,2,0.04", "mono.opus,48000,1,0.05", "stereo.opus,48000,2,0.05"})
    void theTonesOfEachFileAreHeard(String file, int rate, int channels, double tolerance) throws IOException {
        AudioDecoder decoder = AudioDecoders.open(new ByteArrayInputStream(bytes(file)), file);
        float[][] samples = all(decoder);

        assertThat(decoder.sampleRate()).isEqualTo(rate);
        assertThat(samples).hasNumberOfRows(channels);
        assertThat(samples[0].length / (double) rate).isCloseTo(0.4, within(0.08));
        for (float[] channel : samples) {
            double low = amplitude(channel, 440, rate);
            assertThat(amplitude(channel, 1000, rate) / low).isCloseTo(0.4, within(tolerance * 2));
            assertThat(low).isBetween(0.25 * Math.sqrt(0.5) * (1 - 2 * tolerance), 0.25 * (1 + 2 * tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono16.flac", "mono.mp3", "stereo.opus"})
    void howTheBytesArriveDoesNotMatter(String file) throws IOException {
        float[][] whole = all(AudioDecoders.open(new ByteArrayInputStream(bytes(file)), file));
        float[][] trickled = all(AudioDecoders.open(new OneByteAtATime(bytes(file)), file));

        assertThat(trickled).isDeepEqualTo(whole);
    }

    @Test
    void aTagBeforeTheAudioIsSkippedHoweverLongItIs() throws IOException {
        byte[] mp3 = bytes("mono.mp3");
        int length = 3_000_000;
        byte[] file = new byte[10 + length + mp3.length];
        byte[] tag = {'I', 'D', '3', 4, 0, 0, (byte) (length >> 21), (byte) (length >> 14 & 0x7F),
            (byte) (length >> 7 & 0x7F), (byte) (length & 0x7F)};
        System.arraycopy(tag, 0, file, 0, 10);
        System.arraycopy(mp3, 0, file, 10 + length, mp3.length);

        assertThat(all(AudioDecoders.open(new ByteArrayInputStream(file), "x"))[0]).isNotEmpty();
        assertThatThrownBy(() -> AudioDecoders.open(new ByteArrayInputStream(file, 0, 1000), "x.mp3"))
                .isInstanceOf(UnreadableAudioException.class).hasMessageContaining("x.mp3: ends within its ID3 tag");
    }

    @ParameterizedTest
    @CsvSource({"mono.ogg,is an Ogg file with Vorbis in it", "tone.m4a,is an MP4 or M4A file"})
    void whatIsNotReadIsNamedWithWhatIs(String file, String what) {
        assertThatThrownBy(() -> AudioDecoders.open(new ByteArrayInputStream(bytes(file)), file)).isInstanceOf(
                UnreadableAudioException.class)
                .hasMessage(file + ": " + what
                        + "; WAV, FLAC, MP3 and Ogg Opus are read; convert it, for example by `ffmpeg -i IN OUT.wav`");
    }

    @ParameterizedTest
    @CsvSource({"FORM....AIFF,is an AIFF file", "just some text,is no recording of a known kind",
        "'',has no audio in it",
        "'RIFF....AVI ',is a RIFF file"})
    void soIsWhatIsNoRecording(String content, String what) {
        assertThatThrownBy(() -> AudioDecoders.open(new ByteArrayInputStream(content.getBytes(
                StandardCharsets.US_ASCII)), "x")).isInstanceOf(UnreadableAudioException.class)
                .hasMessageContaining("x: " + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono16.flac", "stereo24.flac", "mono.mp3", "stereo.mp3", "mono.opus", "stereo.opus"})
    void aFileThatIsCutOffGivesWhatIsThereOrSaysSo(String file) throws IOException {
        byte[] whole = bytes(file);
        int most = all(AudioDecoders.open(new ByteArrayInputStream(whole), file))[0].length;
        for (int length = 0; length < whole.length; length += 61) {
            Optional<float[][]> samples = read(Arrays.copyOf(whole, length), file);
            assertThat(samples.map(s -> s[0].length).orElse(0)).isLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono16.flac", "stereo24.flac", "mono.mp3", "stereo.mp3", "mono.opus", "stereo.opus"})
    void aDamagedFileIsReadOrRefusedAndNothingElse(String file) throws IOException {
        Random random = new Random(5);
        for (int trial = 0; trial < 60; trial++) {
            byte[] bytes = bytes(file);
            for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            read(bytes, file).ifPresent(samples -> assertThat(samples[0].length).isLessThan(48_000 * 60));
        }
    }

    /** Nothing where the file is refused; any other exception fails the test. */
    private static Optional<float[][]> read(byte[] bytes, String name) throws IOException {
        try {
            return Optional.of(all(AudioDecoders.open(new ByteArrayInputStream(bytes), name)));
        } catch (UnreadableAudioException e) {
            assertThat(e).hasMessageStartingWith(name + ": ");
            return Optional.empty();
        }
    }

    static float[][] all(AudioDecoder decoder) throws IOException {
        List<float[][]> blocks = new ArrayList<>();
        int length = 0;
        for (Optional<float[][]> block = decoder.read(); block.isPresent(); block = decoder.read()) {
            assertThat(block.get()[0]).isNotEmpty();
            blocks.add(block.get());
            length += block.get()[0].length;
        }
        float[][] samples = new float[decoder.channels()][length];
        int at = 0;
        for (float[][] block : blocks) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(block[channel], 0, samples[channel], at, block[channel].length);
            }
            at += block[0].length;
        }
        return samples;
    }

    /** Of one frequency, over 0.2 s from the middle. */
    private static double amplitude(float[] samples, double hz, int rate) {
        int length = rate / 5;
        int from = rate / 10;
        double re = 0;
        double im = 0;
        for (int i = 0; i < length; i++) {
            re += samples[from + i] * Math.cos(2 * Math.PI * hz * i / rate);
            im += samples[from + i] * Math.sin(2 * Math.PI * hz * i / rate);
        }
        return 2 * Math.hypot(re, im) / length;
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = AudioDecodersTest.class.getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static final class OneByteAtATime extends FilterInputStream {
        OneByteAtATime(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(length, 1));
        }
    }
}
