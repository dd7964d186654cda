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
 * @param symbolTracks
 *            by name, with a row for each input symbol, pads included
 * @param symbolFrames
 *            the frames that each input symbol lasts, pads included, so that a word has its time; sums to
 *            {@code frameCount}; owned by this record, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record AcousticFrames(int frameCount, double framesPerSecond, List<FrameTrack> tracks,
        List<SymbolTrack> symbolTracks, int[] symbolFrames) {

    public AcousticFrames {
        tracks = List.copyOf(tracks);
        symbolTracks = List.copyOf(symbolTracks);
        if (Arrays.stream(symbolFrames).sum() != frameCount) {
            throw new IllegalArgumentException("durations sum to " + Arrays.stream(symbolFrames).sum() + " frames, not "
                    + frameCount);
        }
        for (SymbolTrack track : symbolTracks) {
            if (track.rows().length != symbolFrames.length) {
                throw new IllegalArgumentException("track " + track.name() + " has " + track.rows().length
                        + " rows for " + symbolFrames.length + " symbols");
            }
        }
    }

    /** Frames that all belong to symbols without tracks of their own. */
    public AcousticFrames(int frameCount, double framesPerSecond, List<FrameTrack> tracks, int[] symbolFrames) {
        this(frameCount, framesPerSecond, tracks, List.of(), symbolFrames);
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

    /**
     * The track with a row for each symbol.
     *
     * @throws IllegalArgumentException
     *             if the acoustic model of this voice family makes no such track
     */
    public SymbolTrack symbolTrack(String name) {
        for (SymbolTrack track : symbolTracks) {
            if (track.name().equals(name)) {
                return track;
            }
        }
        throw new IllegalArgumentException("no track " + name + " among " + symbolTracks.stream().map(
                SymbolTrack::name).toList());
    }

    /** Which symbol each frame belongs to. */
    public int[] symbolOfFrame() {
        int[] symbols = new int[frameCount];
        int at = 0;
        for (int symbol = 0; symbol < symbolFrames.length; symbol++) {
            Arrays.fill(symbols, at, at + symbolFrames[symbol], symbol);
            at += symbolFrames[symbol];
        }
        return symbols;
    }

    public double seconds() {
        return frameCount / framesPerSecond;
    }
}
