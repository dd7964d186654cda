package dev.sixtyfold.server.audit;

import java.time.Instant;

/** What the records say of a request id. */
public sealed interface AuditFinding {

    /**
     * It was used.
     *
     * @param result
     *            with the outcome {@link Outcome#OPEN} and no audio as long as the request has not ended
     */
    record Recorded(AuditedRequest request, String keyId, AuditResult result) implements AuditFinding {}

    /**
     * A process had it in its hands, but nothing is known of its use: that process was ended by force or the machine lost its
     * power at that moment, or the id is still to be used.
     */
    record Reserved(Instant at, String holder) implements AuditFinding {}

    /** It was not given out here. */
    record Unknown() implements AuditFinding {}
}
