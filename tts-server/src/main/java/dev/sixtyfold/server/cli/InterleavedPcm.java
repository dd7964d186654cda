package dev.sixtyfold.server.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** 16-bit PCM of any number of channels, for recordings that come from elsewhere. */
final class InterleavedPcm {

    private InterleavedPcm() {}

    /** Samples of {@code [channel][sample]}, interleaved, rounded and limited to full scale. */
    static byte[] samples(float[][] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length * samples[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < samples[0].length; n++) {
            for (float[] channel : samples) {
                bytes.putShort((short) Math.clamp(Math.round(channel[n] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
        return bytes.array();
    }
}
