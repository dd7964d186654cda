package dev.sixtyfold.encoding.decode;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * RIFF WAVE and its 64-bit form: PCM of 8, 16, 24 and 32 bits, float of 32 and 64 bits, mu-law and A-law (ITU-T G.711), any
 * rate and up to 64 channels. Chunks that it does not know are skipped; a length of 0 or 0xFFFFFFFF, as streams have it, means
 * until the end.
 */
public final class WavDecoder implements AudioDecoder {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FRAMES_AT_A_TIME = 8192;
    private static final int MOST_CHANNELS = 64;

    private final DataInputStream in;
    private final String name;
    private int format;
    private int channels;
    private int sampleRate;
    private int bytesPerSample;
    private long remaining;

    /**
     * Reads the header.
     *
     * @param name
     *            of the file, for messages
     * @throws IOException
     *             if it is not WAVE, or of a kind that is not read; the message says which are
     */
    WavDecoder(InputStream in, String name) throws IOException {
        this.in = new DataInputStream(in);
        this.name = name;
        try {
            readHeader();
        } catch (EOFException e) {
            throw new UnreadableAudioException(name + ": ends within its WAV header", e);
        }
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
    }

    /** {@inheritDoc} A last frame that is cut off is dropped. */
    @Override
    public Optional<float[][]> read() throws IOException {
        int frameBytes = channels * bytesPerSample;
        byte[] bytes = in.readNBytes((int) Math.min(remaining, (long) FRAMES_AT_A_TIME * frameBytes));
        remaining -= bytes.length;
        int frames = bytes.length / frameBytes;
        if (frames == 0) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[][] samples = new float[channels][frames];
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel][frame] = sample(buffer);
            }
        }
        return Optional.of(samples);
    }

    private float sample(ByteBuffer buffer) {
        return switch (format) {
            case FLOAT -> {
                float value = bytesPerSample == 4 ? buffer.getFloat() : (float) buffer.getDouble();
                yield Float.isFinite(value) ? value : 0;
            }
            case MU_LAW -> muLaw(buffer.get()) / 32768f;
            case A_LAW -> aLaw(buffer.get()) / 32768f;
            default -> switch (bytesPerSample) {
                case 1 -> ((buffer.get() & 0xFF) - 128) / 128f;
                case 2 -> buffer.getShort() / 32768f;
                case 3 -> ((buffer.get() & 0xFF) | (buffer.getShort() << 8)) / 8388608f;
                default -> buffer.getInt() / 0x1p31f;
            };
        };
    }

    private static int muLaw(byte code) {
        int inverted = ~code & 0xFF;
        int magnitude = (((inverted & 0x0F) << 3) + 0x84) << (inverted >> 4 & 7);
        return inverted >= 0x80 ? 0x84 - magnitude : magnitude - 0x84;
    }

    private static int aLaw(byte code) {
        int turned = (code ^ 0x55) & 0xFF;
        int exponent = turned >> 4 & 7;
        int mantissa = ((turned & 0x0F) << 4) + 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
        return turned >= 0x80 ? magnitude : -magnitude;
    }

    private void readHeader() throws IOException {
        String riff = fourLetters();
        in.readInt();
        if (!fourLetters().equals("WAVE")) {
            throw new UnreadableAudioException(name + ": is a " + riff + " file, but not WAVE; " + AudioDecoders.READ);
        }
        while (true) {
            String chunk = fourLetters();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (chunk.equals("data")) {
                if (channels == 0) {
                    throw new UnreadableAudioException(name + ": its samples come before their format");
                }
                remaining = length == 0 || length == 0xFFFFFFFFL ? Long.MAX_VALUE : length;
                return;
            }
            if (chunk.equals("fmt ")) {
                readFormat(length);
            } else {
                in.skipNBytes(length + (length & 1)); // chunks are padded to whole words
            }
        }
    }

    private void readFormat(long length) throws IOException {
        if (length < 16 || length > 1000) {
            throw new UnreadableAudioException(name + ": its format chunk has " + length + " bytes");
        }
        ByteBuffer chunk = ByteBuffer.wrap(in.readNBytes((int) (length + (length & 1)))).order(ByteOrder.LITTLE_ENDIAN);
        if (chunk.limit() < length) {
            throw new EOFException();
        }
        format = Short.toUnsignedInt(chunk.getShort());
        channels = Short.toUnsignedInt(chunk.getShort());
        sampleRate = chunk.getInt();
        int bits = chunk.getShort(14);
        if (format == EXTENSIBLE && length >= 26) {
            format = Short.toUnsignedInt(chunk.getShort(24));
        }
        bytesPerSample = bits / 8;
        boolean known = switch (format) {
            case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case FLOAT -> bits == 32 || bits == 64;
            case A_LAW, MU_LAW -> bits == 8;
            default -> false;
        };
        if (!known) {
            throw new UnreadableAudioException(
                    name + ": WAV format " + format + " of " + bits + " bits is not read; PCM of 8, 16, 24 or "
                            + "32 bits, float of 32 or 64 bits, mu-law and A-law are");
        }
        if (channels < 1 || channels > MOST_CHANNELS || sampleRate < 1000 || sampleRate > 768_000) {
            throw new UnreadableAudioException(
                    name + ": " + channels + " channels at " + sampleRate + " Hz; 1 to " + MOST_CHANNELS
                            + " channels at 1000 to 768000 Hz are read");
        }
    }

    private String fourLetters() throws IOException {
        byte[] letters = new byte[4];
        in.readFully(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
