/**
 * The voices that there are ({@link dev.sixtyfold.voices.VoiceCatalogue}), and those on this machine
 * ({@link dev.sixtyfold.voices.VoiceStore}).
 */
@NullMarked
package dev.sixtyfold.voices;

import org.jspecify.annotations.NullMarked;
