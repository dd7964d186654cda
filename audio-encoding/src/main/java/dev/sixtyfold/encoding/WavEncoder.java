package dev.sixtyfold.encoding;

import dev.sixtyfold.speech.StampedAudio;

/** {@link PcmEncoder}'s samples after a {@link WavHeader} whose lengths are open until the stream is sealed. */
public final class WavEncoder implements AudioEncoder {

    private final PcmEncoder samples;
    private final int sampleRate;
    private boolean headerSent;

    WavEncoder(int sampleRate) {
        this.samples = new PcmEncoder(sampleRate);
        this.sampleRate = sampleRate;
    }

    @Override
    public byte[] encode(StampedAudio chunk) {
        return afterHeader(samples.encode(chunk));
    }

    @Override
    public byte[] finish() {
        return afterHeader(samples.finish());
    }

    @Override
    public byte[] sealedHeader(long encodedBytes) {
        return WavHeader.ofLength(sampleRate, encodedBytes - WavHeader.LENGTH);
    }

    private byte[] afterHeader(byte[] bytes) {
        if (headerSent) {
            return bytes;
        }
        headerSent = true;
        byte[] header = WavHeader.open(sampleRate);
        byte[] all = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        return all;
    }
}
