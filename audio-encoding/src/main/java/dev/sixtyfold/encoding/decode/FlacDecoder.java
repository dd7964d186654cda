package dev.sixtyfold.encoding.decode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.metadata.StreamInfo;

/** FLAC (RFC 9639), by JFLAC. Pictures and other metadata are skipped before they reach it. */
public final class FlacDecoder implements AudioDecoder {

    private static final int STREAM_INFO_LENGTH = 34;
    private static final int LAST_BLOCK = 0x80;

    private final FLACDecoder flac;
    private final StreamInfo info;
    private final String name;

    private FlacDecoder(FLACDecoder flac, StreamInfo info, String name) {
        this.flac = flac;
        this.info = info;
        this.name = name;
    }

    static FlacDecoder open(InputStream in, String name) throws IOException {
        try {
            FLACDecoder flac = new FLACDecoder(new SequenceInputStream(new ByteArrayInputStream(header(in, name)), in));
            flac.readMetadata();
            StreamInfo info = flac.getStreamInfo();
            if (info.getChannels() < 1 || info.getSampleRate() < 1000) {
                throw new UnreadableAudioException(name + ": its FLAC header gives " + info.getChannels()
                        + " channels at " + info.getSampleRate() + " Hz; at least 1 channel at 1000 Hz is read");
            }
            return new FlacDecoder(flac, info, name);
        } catch (EOFException e) {
            throw new UnreadableAudioException(name + ": ends within its FLAC header", e);
        }
    }

    /** The marker and the block on the stream, as if that were the only block; {@code in} is at the first frame then. */
    private static byte[] header(InputStream in, String name) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] header = new byte[8 + STREAM_INFO_LENGTH];
        data.readFully(header);
        boolean last = (header[4] & LAST_BLOCK) != 0;
        if ((header[4] & ~LAST_BLOCK & 0xFF) != 0 || header[5] != 0 || header[6] != 0
                || header[7] != STREAM_INFO_LENGTH) {
            throw new UnreadableAudioException(name + ": its FLAC header does not begin with the block STREAMINFO");
        }
        header[4] = (byte) LAST_BLOCK;
        while (!last) {
            int block = data.readInt();
            last = block < 0;
            data.skipNBytes(block & 0xFFFFFF);
        }
        return header;
    }

    @Override
    public int sampleRate() {
        return info.getSampleRate();
    }

    @Override
    public int channels() {
        return info.getChannels();
    }

    @Override
    public Optional<float[][]> read() throws IOException {
        try {
            Frame frame = flac.readNextFrame();
            if (frame == null) {
                return Optional.empty();
            }
            if (frame.header.channels != channels() || frame.header.sampleRate != sampleRate()) {
                throw new UnreadableAudioException(name + ": changes its channels or its rate in the middle");
            }
            float scale = (float) (1 / Math.scalb(1.0, frame.header.bitsPerSample - 1));
            float[][] samples = new float[channels()][frame.header.blockSize];
            for (int channel = 0; channel < samples.length; channel++) {
                int[] decoded = flac.getChannelData()[channel].getOutput();
                for (int i = 0; i < frame.header.blockSize; i++) {
                    samples[channel][i] = decoded[i] * scale;
                }
            }
            return Optional.of(samples);
        } catch (EOFException e) {
            return Optional.empty(); // a file that was cut off
        } catch (UnreadableAudioException e) {
            throw e;
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException | NullPointerException
                | ArithmeticException e) { // JFLAC has no exception of its own, and does not check all that it reads
            throw new UnreadableAudioException(name + ": its FLAC frames are damaged, or cannot be read", e);
        }
    }
}
