package dev.sixtyfold.server.audit;

/** How a request ended. Records keep the names. */
public enum Outcome {
    /** It has not ended; or its process was killed, if that is long ago. */
    OPEN,
    /** All of its audio was made. */
    FINISHED,
    /** Its caller went away or gave up. */
    CANCELLED, DEADLINE_EXCEEDED, FAILED
}
