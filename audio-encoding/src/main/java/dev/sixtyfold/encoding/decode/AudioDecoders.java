package dev.sixtyfold.encoding.decode;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Chooses the decoder of a recording by its first bytes, whatever its name says. */
public final class AudioDecoders {

    /** What {@link #open} reads, for a message. */
    public static final String READ = "WAV, FLAC, MP3 and Ogg Opus are read; convert it, for example by"
            + " `ffmpeg -i IN OUT.wav`";

    /** Enough for an Ogg page's header and the beginning of its first packet. */
    private static final int HEAD = 64;
    private static final int BUFFER = 1 << 16;

    private AudioDecoders() {}

    /**
     * A decoder that has read the header.
     *
     * @param name
     *            of the recording, for messages
     * @throws UnreadableAudioException
     *             if it is of a kind that is not read, or damaged
     * @throws IOException
     *             if the stream cannot be read
     */
    public static AudioDecoder open(InputStream in, String name) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in, BUFFER);
        byte[] head = head(stream);
        while (begins(head, 0, "ID3")) {
            skipTag(stream, head, name);
            head = head(stream);
        }
        if (head.length == 0) {
            throw new UnreadableAudioException(name + ": has no audio in it; " + READ);
        }
        if (begins(head, 0, "RIFF") || begins(head, 0, "RF64") || begins(head, 0, "BW64")) {
            return new WavDecoder(stream, name);
        }
        if (begins(head, 0, "fLaC")) {
            return FlacDecoder.open(stream, name);
        }
        if (begins(head, 0, "OggS")) {
            return ogg(stream, head, name);
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x06) != 0) {
            return new Mp3Decoder(stream, name);
        }
        throw new UnreadableAudioException(name + ": " + kind(head) + "; " + READ);
    }

    private static AudioDecoder ogg(InputStream stream, byte[] head, String name) throws IOException {
        int packet = head.length > 26 ? 27 + (head[26] & 0xFF) : HEAD;
        if (begins(head, packet, "OpusHead")) {
            return new OpusDecoder(stream, name);
        }
        String inside = begins(head, packet, "\1vorbis")
                ? "Vorbis"
                : begins(head, packet, "\177FLAC") ? "FLAC" : "no Opus";
        throw new UnreadableAudioException(name + ": is an Ogg file with " + inside + " in it; " + READ);
    }

    private static String kind(byte[] head) {
        if (begins(head, 4, "ftyp")) {
            return "is an MP4 or M4A file";
        }
        if (begins(head, 0, "FORM")) {
            return "is an AIFF file";
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xF6) == 0xF0) {
            return "is an AAC stream";
        }
        boolean matroska = head.length > 3 && head[0] == 0x1A && (head[1] & 0xFF) == 0x45;
        return matroska ? "is a WebM or Matroska file" : "is no recording of a known kind";
    }

    private static byte[] head(BufferedInputStream stream) throws IOException {
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        return head;
    }

    /** An ID3 tag: ten bytes, of which the last four give the length of the rest in seven bits each. */
    private static void skipTag(InputStream stream, byte[] head, String name) throws IOException {
        long length = 10;
        if (head.length >= 10) {
            length += (head[6] & 0x7FL) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | (head[9] & 0x7F);
        }
        try {
            stream.skipNBytes(length);
        } catch (EOFException e) {
            throw new UnreadableAudioException(name + ": ends within its ID3 tag", e);
        }
    }

    private static boolean begins(byte[] bytes, int at, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        if (at < 0 || bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
