package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.sixtyfold.proto.v1.AudioConfig;
import dev.sixtyfold.proto.v1.AudioEncoding;
import dev.sixtyfold.proto.v1.Receipt;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse;
import dev.sixtyfold.proto.v1.StreamSynthesizeResponse.PartCase;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import dev.sixtyfold.proto.v1.SynthesizeResponse;
import java.nio.ByteOrder;
import java.util.List;

/** What a client got: 16-bit samples and the receipt. */
@SuppressWarnings("ArrayRecordComponent")
record Speech(short[] samples, Receipt receipt) {

    /** A request for plain samples at the voice's own rate and pace. */
    static SynthesizeRequest.Builder request(String text) {
        return request(SynthesisInput.newBuilder().setText(text));
    }

    /** The same for an SSML document. */
    static SynthesizeRequest.Builder ssml(String document) {
        return request(SynthesisInput.newBuilder().setSsml(document));
    }

    private static SynthesizeRequest.Builder request(SynthesisInput.Builder input) {
        return SynthesizeRequest.newBuilder().setInput(input).setSeed(60)
                .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.AUDIO_ENCODING_PCM));
    }

    static Speech of(SynthesizeResponse response) {
        return new Speech(samples(response.getAudioContent()), response.getReceipt());
    }

    /** The parts of a whole stream: a description, audio, a receipt. */
    static Speech of(List<StreamSynthesizeResponse> parts) {
        assertThat(parts.getFirst().getPartCase()).isEqualTo(PartCase.DESCRIPTION);
        assertThat(parts.getLast().getPartCase()).isEqualTo(PartCase.RECEIPT);
        assertThat(parts.subList(1, parts.size() - 1)).allMatch(
                part -> part.hasAudioContent() || part.hasTimepoint());
        return new Speech(samples(audio(parts)), parts.getLast().getReceipt());
    }

    static ByteString audio(List<StreamSynthesizeResponse> parts) {
        return parts.stream().map(StreamSynthesizeResponse::getAudioContent).reduce(ByteString.EMPTY,
                ByteString::concat);
    }

    private static short[] samples(ByteString pcm) {
        short[] samples = new short[pcm.size() / Short.BYTES];
        pcm.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** The largest difference of two samples at the same place, in units of 16-bit PCM. */
    int largestDifference(Speech other) {
        assertThat(samples).hasSameSizeAs(other.samples);
        int largest = 0;
        for (int i = 0; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - other.samples[i]));
        }
        return largest;
    }

    /** Fails unless both are the same sound, and a sound at all. */
    void assertSameAs(Speech other) {
        assertIsAudible();
        assertThat(largestDifference(other)).as("units of 16-bit PCM").isLessThanOrEqualTo(1);
    }

    void assertIsAudible() {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(peak).as("loudest sample").isBetween(1000, 32_768);
    }
}
