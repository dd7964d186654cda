package dev.sixtyfold.speech;

/**
 * What an acoustic model hands to a vocoder for each input symbol, and holds for all of its frames.
 *
 * @param name
 *            what it is to the voice family, such as {@code "phonemes"}
 * @param rows
 *            {@code [symbols][channels]}; owned by the track, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, as a frame track's values are
public record SymbolTrack(String name, float[][] rows) {

    public SymbolTrack {
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        "track " + name + ": a row of " + row.length + " channels beside one of "
                                + rows[0].length);
            }
        }
    }

    /** At least 1 if there are symbols. */
    public int channels() {
        return rows.length == 0 ? 0 : rows[0].length;
    }
}
