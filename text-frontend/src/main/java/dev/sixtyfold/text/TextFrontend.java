package dev.sixtyfold.text;

/** Turns written text of one language into what a voice speaks. Immutable and safe for use by many threads at once. */
public interface TextFrontend {

    /**
     * Starts reading a text. No work is done before the first call of {@link UtteranceReader#next}.
     *
     * @param text
     *            any string at all: unpaired surrogates, control characters and foreign scripts are skipped with a reason
     */
    UtteranceReader open(String text);

    /** Starts reading a text that arrives in pieces; source offsets count over all of them. */
    IncrementalReader openIncremental(IdleLimit idle);
}
