/**
 * What is known of a voice before it is installed: {@link dev.sixtyfold.voices.manifest.VoiceManifest} and its parts, read
 * from JSON by {@link dev.sixtyfold.voices.manifest.ManifestReader}.
 */
@NullMarked
package dev.sixtyfold.voices.manifest;

import org.jspecify.annotations.NullMarked;
