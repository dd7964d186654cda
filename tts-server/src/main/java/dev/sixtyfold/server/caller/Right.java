package dev.sixtyfold.server.caller;

import java.util.Locale;

/** What a caller may be allowed to do. */
public enum Right {
    /** Have texts spoken. */
    SYNTHESIZE,
    /** Ask whether a recording carries a watermark, and which id. */
    VERIFY,
    /** See how certain that is, and where. */
    VERIFY_EXACT,
    /** See the records of everybody's requests. */
    AUDIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
