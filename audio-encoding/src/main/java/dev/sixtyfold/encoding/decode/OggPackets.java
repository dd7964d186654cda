package dev.sixtyfold.encoding.decode;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The packets of the first stream in an Ogg file (RFC 3533), one after another. A packet may have 64 kB, which is more than
 * any of Opus, so that no file can make it hold more than that.
 */
final class OggPackets {

    private static final int CAPTURE = 0x4F676753; // OggS
    private static final int CONTINUED = 1;
    private static final int LONGEST_PACKET = 1 << 16;

    private final DataInputStream in;
    private final String name;
    private final byte[] packet = new byte[LONGEST_PACKET];
    private int length;
    private byte[] segments = {};
    private int segment;
    private int serial;
    private boolean begun;

    OggPackets(InputStream in, String name) {
        this.in = new DataInputStream(in);
        this.name = name;
    }

    /** The next packet; empty at the end, also of a file that was cut off. */
    Optional<byte[]> next() throws IOException {
        try {
            while (true) {
                while (segment == segments.length) {
                    readPage();
                }
                int part = segments[segment++] & 0xFF;
                if (length + part > LONGEST_PACKET) {
                    throw new UnreadableAudioException(name + ": has a packet of more than " + LONGEST_PACKET
                            + " bytes, which is not Opus");
                }
                in.readFully(packet, length, part);
                length += part;
                if (part < 255) {
                    byte[] whole = Arrays.copyOf(packet, length);
                    length = 0;
                    return Optional.of(whole);
                }
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private void readPage() throws IOException {
        while (true) {
            int capture = in.readInt();
            in.readByte(); // version
            int flags = in.readByte();
            in.readLong(); // granule position
            int stream = in.readInt();
            in.readLong(); // number and checksum of the page
            segments = new byte[in.readUnsignedByte()];
            in.readFully(segments);
            segment = 0;
            if (capture != CAPTURE) {
                throw new UnreadableAudioException(name + ": its Ogg pages are damaged");
            }
            if (!begun) {
                begun = true;
                serial = stream;
            }
            if (stream == serial) {
                if ((flags & CONTINUED) == 0) {
                    length = 0; // what was begun before is lost
                }
                return;
            }
            for (byte part : segments) {
                in.skipNBytes(part & 0xFF);
            }
        }
    }
}
