package dev.sixtyfold.encoding.decode;

import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Opus in Ogg (RFC 6716, RFC 7845) of one or two channels, by Concentus. Always at 48 kHz. */
public final class OpusDecoder implements AudioDecoder {

    private static final int SAMPLE_RATE = 48_000;
    /** 120 ms, the longest packet. */
    private static final int LONGEST = SAMPLE_RATE * 120 / 1000;
    private static final int HEAD_LENGTH = 19;

    private final OggPackets packets;
    private final String name;
    private final int channels;
    private final io.github.jaredmdobson.concentus.OpusDecoder decoder;
    private final short[] decoded;
    /** Samples that are still to be dropped: the decoder's run-up. */
    private int preSkip;

    OpusDecoder(InputStream in, String name) throws IOException {
        this.packets = new OggPackets(in, name);
        this.name = name;
        byte[] head = packets.next().filter(packet -> packet.length >= HEAD_LENGTH).orElseThrow(
                () -> new UnreadableAudioException(name + ": ends within its Opus header"));
        this.channels = head[9];
        int mappingFamily = head[18];
        if (mappingFamily != 0 || channels < 1 || channels > 2) {
            throw new UnreadableAudioException(
                    name + ": has " + channels + " channels of Opus; one or two are read, so mix"
                            + " it down, for example by `ffmpeg -i IN -ac 2 OUT.wav`");
        }
        this.preSkip = (head[10] & 0xFF) | (head[11] & 0xFF) << 8;
        this.decoded = new short[LONGEST * channels];
        try {
            this.decoder = new io.github.jaredmdobson.concentus.OpusDecoder(SAMPLE_RATE, channels);
        } catch (OpusException e) {
            throw new IllegalStateException("Concentus refuses 48 kHz", e);
        }
        packets.next(); // tags
    }

    @Override
    public int sampleRate() {
        return SAMPLE_RATE;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public Optional<float[][]> read() throws IOException {
        while (true) {
            Optional<byte[]> packet = packets.next();
            if (packet.isEmpty()) {
                return Optional.empty();
            }
            int frames = decode(packet.get());
            int dropped = Math.min(preSkip, frames);
            preSkip -= dropped;
            if (frames > dropped) {
                return Optional.of(samples(dropped, frames));
            }
        }
    }

    private int decode(byte[] packet) throws IOException {
        if (packet.length == 0) {
            return 0;
        }
        try {
            return decoder.decode(packet, 0, packet.length, decoded, 0, LONGEST, false);
        } catch (OpusException | RuntimeException | AssertionError e) {
            throw new UnreadableAudioException(name + ": a packet of Opus is damaged", e);
        }
    }

    private float[][] samples(int from, int end) {
        float[][] samples = new float[channels][end - from];
        for (int i = from; i < end; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel][i - from] = decoded[i * channels + channel] / 32768f;
            }
        }
        return samples;
    }
}
