package dev.sixtyfold.server.audit;

import dev.sixtyfold.speech.RequestId;
import java.io.IOException;

/** Finds request ids in the records. Safe for use by many threads at once. */
@FunctionalInterface
public interface AuditSource {

    /** Where nothing is on record. */
    AuditSource NONE = id -> new AuditFinding.Unknown();

    /**
     * What is known of {@code id}.
     *
     * @throws IOException
     *             if the records cannot be read
     */
    AuditFinding find(RequestId id) throws IOException;
}
