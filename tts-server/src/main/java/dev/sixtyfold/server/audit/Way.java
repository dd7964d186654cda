package dev.sixtyfold.server.audit;

/** How audio leaves the program. Records keep the names. */
public enum Way {
    GRPC, SAY, EMBED,
    /** What a server says to itself before it is ready. */
    WARM_UP,
    /** Spoken to measure it; nobody hears it. */
    BENCH
}
