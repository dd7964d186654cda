/** What the server counts, for Prometheus. {@link dev.sixtyfold.server.metrics.ServerMetrics} is the entry. */
@NullMarked
package dev.sixtyfold.server.metrics;

import org.jspecify.annotations.NullMarked;
