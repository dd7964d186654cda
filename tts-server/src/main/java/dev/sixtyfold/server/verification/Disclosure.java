package dev.sixtyfold.server.verification;

import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.detect.Verdict;
import dev.sixtyfold.watermark.detect.Verification;
import java.util.Optional;

/**
 * What a caller gets to see of a verification.
 *
 * @param isForeign
 *            whether the id was chosen by who holds the key
 * @param audioSeconds
 *            of the recording
 * @param exact
 *            for callers who may see it
 * @param record
 *            of the request, for its owner and for callers who may see all
 */
public record Disclosure(Verdict verdict, Optional<RequestId> requestId, boolean isForeign, double audioSeconds,
        Optional<Verification> exact, Optional<Recorded> record) {}
