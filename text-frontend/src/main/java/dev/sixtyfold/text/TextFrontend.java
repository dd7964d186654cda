package dev.sixtyfold.text;

import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;

/** Turns written text of one language into what a voice speaks. Immutable and safe for use by many threads at once. */
public interface TextFrontend {

    /**
     * Starts reading a text. No work is done before the first call of {@link UtteranceReader#next}.
     *
     * @param text
     *            any string at all: unpaired surrogates, control characters and foreign scripts are skipped with a reason
     */
    default UtteranceReader open(String text) {
        return open(text, ReadingOptions.DEFAULTS);
    }

    /** The same, divided as the options say. */
    UtteranceReader open(String text, ReadingOptions options);

    /** The same for a text that says how parts of it are to be read and delivered. */
    UtteranceReader open(MarkedText text);

    /** Reads pronunciations that callers write into the notation of this language's lexicons. */
    PhonemeNotation notation();

    /** Starts reading a text that arrives in pieces; source offsets count over all of them. */
    IncrementalReader openIncremental(ReadingOptions options, IdleLimit idle);
}
