package dev.sixtyfold.encoding;

import dev.sixtyfold.speech.StampedAudio;

/**
 * Turns the samples of one stream into bytes. The bytes of all calls in order are the encoded stream, and how the samples
 * were cut into chunks changes none of them. For one stream and one thread at a time.
 */
public sealed interface AudioEncoder permits PcmEncoder, WavEncoder {

    /**
     * The bytes that become final with these samples; the first call's include the header where the encoding has one.
     *
     * @throws IllegalArgumentException
     *             if the chunk has another sample rate or request than the stream, or a sample that is not a number; the
     *             stream is then over
     */
    byte[] encode(StampedAudio chunk);

    /**
     * The last bytes, which of a stream without any samples are all there are: the header of an empty file, or none.
     */
    byte[] finish();

    /**
     * The header with the lengths that it could not know while the stream was made: what to write over the first bytes of
     * a stream that is complete. Empty where the encoding needs no such thing.
     *
     * @param encodedBytes
     *            all bytes of the stream, its header included
     */
    byte[] sealedHeader(long encodedBytes);
}
