package dev.sixtyfold.server.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * How a request ended.
 *
 * @param audio
 *            that was made
 * @param characters
 *            code points of the text, as far as it came; 0 if nothing was spoken
 */
public record AuditResult(Outcome outcome, Instant endedAt, Duration audio, int characters) {}
