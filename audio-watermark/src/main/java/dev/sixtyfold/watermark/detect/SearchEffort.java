package dev.sixtyfold.watermark.detect;

/** How much is tried. */
public enum SearchEffort {
    /** Recordings at their own tempo and pitch. */
    UNCHANGED,
    /** Where that finds nothing: tempo and speed within 6 %, pitch within two semitones. */
    CHANGED_TOO
}
