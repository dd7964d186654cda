package dev.sixtyfold.synthesis.schedule;

/** How urgent a stream is. */
public enum Lane {
    /** Somebody listens: each piece is due when the audio before it has been played. */
    LIVE,
    /** Nobody waits: computed in what the live streams leave, in fair shares for each caller. */
    BATCH
}
