package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.decode.AudioDecoder;
import dev.sixtyfold.encoding.decode.AudioDecoders;
import dev.sixtyfold.proto.v1.VerifyResponse;
import dev.sixtyfold.server.grpc.VerificationMessages;
import dev.sixtyfold.server.verification.Disclosure;
import dev.sixtyfold.watermark.detect.DetectionStream;
import dev.sixtyfold.watermark.detect.SearchEffort;
import dev.sixtyfold.watermark.detect.Verification;
import dev.sixtyfold.watermark.detect.WatermarkDetector;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Verifies in this process; who has the keys sees everything. */
final class LocalVerifier implements RecordingVerifier {

    private final WatermarkDetector detector;

    LocalVerifier(List<WatermarkKey> keys, SearchEffort effort) {
        this.detector = new WatermarkDetector(keys.stream().map(KeyedPattern::new).toList(), effort);
    }

    @Override
    public VerifyResponse verify(InputStream recording, String file) throws IOException {
        AudioDecoder decoder = AudioDecoders.open(recording, file);
        DetectionStream detection = detector.open(decoder.sampleRate(), decoder.channels());
        long samples = 0;
        for (Optional<float[][]> block = decoder.read(); block.isPresent(); block = decoder.read()) {
            detection.push(block.get());
            samples += block.get()[0].length;
        }
        Verification found = detection.finish();
        return VerificationMessages.response(new Disclosure(found.verdict(), found.requestId(), found.isForeign(),
                (double) samples / decoder.sampleRate(), Optional.of(found), Optional.empty()));
    }
}
