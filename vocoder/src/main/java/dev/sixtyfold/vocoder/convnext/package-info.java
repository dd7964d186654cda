/**
 * Networks of ConvNeXt blocks on processors: products of bytes by the runtime, all else in Java.
 * {@link dev.sixtyfold.vocoder.convnext.ConvNextNetwork} is the entry.
 */
@NullMarked
package dev.sixtyfold.vocoder.convnext;

import org.jspecify.annotations.NullMarked;
