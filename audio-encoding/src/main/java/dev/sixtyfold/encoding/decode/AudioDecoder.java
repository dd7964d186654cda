package dev.sixtyfold.encoding.decode;

import java.io.IOException;
import java.util.Optional;

/**
 * The samples of one recording, read as they are asked for: memory does not grow with the recording. Used by one thread at a
 * time; closing the stream that it reads is the caller's.
 */
public sealed interface AudioDecoder permits WavDecoder, FlacDecoder, Mp3Decoder, OpusDecoder {

    /** In Hz. */
    int sampleRate();

    int channels();

    /**
     * The next samples, {@code [channel][sample]}, full scale ±1, at least one and at most some 100,000 of each channel;
     * empty at the end.
     *
     * @throws UnreadableAudioException
     *             if the recording is damaged here
     * @throws IOException
     *             if its stream cannot be read
     */
    Optional<float[][]> read() throws IOException;
}
