/** Micro-benchmarks of the stages and of the arithmetic within them. */
@NullMarked
package dev.sixtyfold.load.kernels;

import org.jspecify.annotations.NullMarked;
