/**
 * Parts of networks on processors, frame by frame: products of bytes by the runtime, all between them here, in vectors. A
 * frame's result does not depend on how many frames are computed at once.
 */
@NullMarked
package dev.sixtyfold.inference.kernels;

import org.jspecify.annotations.NullMarked;
