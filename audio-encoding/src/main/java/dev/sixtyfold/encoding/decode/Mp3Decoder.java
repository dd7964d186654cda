package dev.sixtyfold.encoding.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;

/** MPEG-1, 2 and 2.5 audio, layers I to III (ISO/IEC 11172-3, 13818-3), by JLayer. Frames that are damaged are left out. */
public final class Mp3Decoder implements AudioDecoder {

    /** Damaged frames in a row after which it is no recording. */
    private static final int MOST_DAMAGED = 50;

    private final Bitstream stream;
    private final Decoder decoder = new Decoder();
    private final String name;
    private final int sampleRate;
    private final int channels;
    private float @Nullable [][] first;

    Mp3Decoder(InputStream in, String name) throws IOException {
        this.stream = new Bitstream(in);
        this.name = name;
        SampleBuffer frame = next().orElseThrow(() -> new UnreadableAudioException(name
                + ": looks like MP3, but no frame of it can be decoded; " + AudioDecoders.READ));
        this.sampleRate = frame.getSampleFrequency();
        this.channels = frame.getChannelCount();
        this.first = samples(frame);
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public Optional<float[][]> read() throws IOException {
        if (first != null) {
            float[][] samples = first;
            first = null;
            return Optional.of(samples);
        }
        Optional<SampleBuffer> frame = next();
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        if (frame.get().getSampleFrequency() != sampleRate || frame.get().getChannelCount() != channels) {
            throw new UnreadableAudioException(name + ": changes its channels or its rate in the middle");
        }
        return Optional.of(samples(frame.get()));
    }

    private Optional<SampleBuffer> next() throws IOException {
        for (int damaged = 0; damaged < MOST_DAMAGED; damaged++) {
            try {
                Header header = stream.readFrame();
                if (header == null) {
                    return Optional.empty();
                }
                try {
                    SampleBuffer frame = (SampleBuffer) decoder.decodeFrame(header, stream);
                    if (frame.getBufferLength() > 0) {
                        return Optional.of(frame);
                    }
                } finally {
                    stream.closeFrame();
                }
            } catch (BitstreamException | DecoderException e) {
                if (e.getException() instanceof IOException io) {
                    throw io;
                }
            } catch (ArrayIndexOutOfBoundsException | NullPointerException e) {
                // JLayer does not check what it reads.
            }
        }
        throw new UnreadableAudioException(name + ": " + MOST_DAMAGED + " frames of MP3 in a row are damaged");
    }

    private static float[][] samples(SampleBuffer frame) {
        int channels = frame.getChannelCount();
        float[][] samples = new float[channels][frame.getBufferLength() / channels];
        for (int i = 0; i < samples[0].length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel][i] = frame.getBuffer()[i * channels + channel] / 32768f;
            }
        }
        return samples;
    }
}
