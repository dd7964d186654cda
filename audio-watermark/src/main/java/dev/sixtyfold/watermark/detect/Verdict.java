package dev.sixtyfold.watermark.detect;

/** What can be said of a recording. */
public enum Verdict {
    /** A mark was found; the probability of that without one is at most {@link Verification#THRESHOLD}. */
    WATERMARKED,
    /** There was enough to hear, and no mark was found. That is not proof that a human spoke. */
    NOT_DETECTED,
    /** Too short or too quiet to say, or a trace too weak to claim anything. */
    INCONCLUSIVE
}
