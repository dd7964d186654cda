package dev.sixtyfold.text.lexicon;

/** What a lexicon says of a word. */
public sealed interface Target {

    /** It sounds so, in the notation of the built-in lexicons. */
    record Phonemes(String phonemes) implements Target {}

    /** It is read as if this stood there. */
    record Alias(String spoken) implements Target {}
}
