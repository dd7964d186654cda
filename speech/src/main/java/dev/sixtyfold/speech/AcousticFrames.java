package dev.sixtyfold.speech;

import java.util.Arrays;
import java.util.List;

/**
 * The hand-over from the acoustic model to the vocoder: one utterance at frame rate.
 *
 * @param frameCount
 *            frames of the utterance
 * @param framesPerSecond
 *            such as 80
 * @param tracks
 *            by name, each of them over the same frames
 * @param symbolFrames
 *            the frames that each input symbol lasts, pads included, so that a word has its time; sums to
 *            {@code frameCount}; owned by this record, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record AcousticFrames(int frameCount, double framesPerSecond, List<FrameTrack> tracks, int[] symbolFrames) {

    public AcousticFrames {
        tracks = List.copyOf(tracks);
        if (Arrays.stream(symbolFrames).sum() != frameCount) {
            throw new IllegalArgumentException("durations sum to " + Arrays.stream(symbolFrames).sum() + " frames, not "
                    + frameCount);
        }
    }

    /**
     * The track of that name.
     *
     * @throws IllegalArgumentException
     *             if the acoustic model of this voice family makes no such track
     */
    public FrameTrack track(String name) {
        for (FrameTrack track : tracks) {
            if (track.name().equals(name)) {
                return track;
            }
        }
        throw new IllegalArgumentException("no track " + name + " among " + tracks.stream().map(FrameTrack::name)
                .toList());
    }

    public double seconds() {
        return frameCount / framesPerSecond;
    }
}
