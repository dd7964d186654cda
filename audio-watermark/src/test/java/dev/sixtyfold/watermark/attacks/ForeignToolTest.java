package dev.sixtyfold.watermark.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.embed.Strength;
import dev.sixtyfold.watermark.embed.WatermarkEmbedder;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.signal.SpeechLike;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we stamped, encoded, cut, encoded again and decoded by the program ffmpeg, none of which is ours. */
class ForeignToolTest {

    private static final RequestId ID = new RequestId(0x0FF1CE);

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("21".repeat(32)));

    @ParameterizedTest
    @CsvSource({"-c:a libmp3lame -b:a 64k mp3, -ss 2.317 -t 4 -c:a aac -b:a 64k m4a",
        "-c:a libopus -b:a 32k opus, -ss 1.111 -t 4 -ar 44100 -ac 2 -c:a libmp3lame -b:a 96k mp3",
        "-c:a flac flac, -ss 3.5 -t 3 -ar 8000 -c:a pcm_mulaw wav"})
    void theIdIsReadAfterEncodingCuttingAndEncodingAgain(String first, String second, @TempDir Path scratch)
            throws IOException, InterruptedException {
        assumeTrue(Ffmpeg.isThere(), "the program ffmpeg is not there");
        WatermarkEmbedder embedder = new WatermarkEmbedder(pattern, ID, Ffmpeg.RATE, 1, Strength.STANDARD);
        float[] stamped = embedder.push(SpeechLike.of(60, 8, Ffmpeg.RATE));
        Ffmpeg ffmpeg = new Ffmpeg(scratch);
        float[] received = ffmpeg.coded(ffmpeg.coded(stamped, first), second);
        Verification found = new WatermarkDetector(List.of(pattern), SearchEffort.UNCHANGED).verify(received,
                Ffmpeg.RATE);
        assertThat(found.requestId()).contains(ID);
        assertThat(found.keyId()).contains(pattern.key().id());
    }
}
