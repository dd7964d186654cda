package dev.sixtyfold.synthesis;

import dev.sixtyfold.speech.SourceSpan;

/** Something that happens at a time of a request's audio. Times are seconds from its first sample, as the caller gets it. */
public sealed interface Timepoint {

    /** When it happens, or begins to. */
    double seconds();

    /**
     * A word is spoken.
     *
     * @param source
     *            where it stands in the caller's text
     * @param spoken
     *            in letters
     * @param endSeconds
     *            at least {@code seconds}
     */
    record Word(SourceSpan source, String spoken, double seconds, double endSeconds) implements Timepoint {}

    /** A place that the caller gave a name is reached. */
    record Mark(String name, double seconds) implements Timepoint {}
}
