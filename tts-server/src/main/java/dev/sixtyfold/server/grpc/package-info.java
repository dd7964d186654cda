/** The gRPC transport: the calls of sixtyfold.v1, their limits, statuses and trailers. */
@NullMarked
package dev.sixtyfold.server.grpc;

import org.jspecify.annotations.NullMarked;
