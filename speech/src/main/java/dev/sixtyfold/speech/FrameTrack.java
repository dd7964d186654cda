package dev.sixtyfold.speech;

/**
 * A matrix over time that an acoustic model hands to a vocoder.
 *
 * @param name
 *            what it is to the voice family: {@code "contour"}, {@code "f0"}, {@code "energy"}, {@code "style"}
 * @param channels
 *            at least 1
 * @param length
 *            columns; a multiple of the frame count for tracks of a higher rate, 1 for what holds for the whole utterance
 * @param values
 *            {@code [channels][length]}, channel after channel; owned by the track, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract: a copy of each track would double the hand-over
public record FrameTrack(String name, int channels, int length, float[] values) {

    public FrameTrack {
        if (channels < 1 || length < 0 || values.length != channels * length) {
            throw new IllegalArgumentException("track " + name + ": " + channels + " channels of " + length
                    + " columns do not make " + values.length + " values");
        }
    }
}
