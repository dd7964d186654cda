/**
 * Text together with what its author asked of parts of it: how to say a number, a pronunciation, a pause. SSML, inline IPA
 * and lexicons of the caller all become this form, which knows no language and no syntax; a language's frontend reads it.
 */
@NullMarked
package dev.sixtyfold.text.markup;

import org.jspecify.annotations.NullMarked;
