/**
 * Putting a voice on this machine: {@link dev.sixtyfold.voices.install.VoiceInstaller} fetches its packages, checks every
 * hash, makes its graphs and publishes the result in one step.
 */
@NullMarked
package dev.sixtyfold.voices.install;

import org.jspecify.annotations.NullMarked;
