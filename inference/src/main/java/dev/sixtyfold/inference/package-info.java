/**
 * Running neural networks: the only home of DJL and ONNX Runtime. Stages see {@link dev.sixtyfold.inference.Network} and
 * {@link dev.sixtyfold.inference.Tensor}.
 */
@NullMarked
package dev.sixtyfold.inference;

import org.jspecify.annotations.NullMarked;
