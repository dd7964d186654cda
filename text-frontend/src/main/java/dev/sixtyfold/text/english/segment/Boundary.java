package dev.sixtyfold.text.english.segment;

/** What ends together with a sentence: the more, the longer the pause. */
public enum Boundary {
    /** Nothing: the text has no better place to divide it, or its author has paused here. */
    CLAUSE,
    /** A sentence within a paragraph. */
    SENTENCE,
    /** A line that stands by itself: a heading, an item of a list, a row. */
    LINE,
    /** A paragraph. */
    PARAGRAPH,
    /** The text. */
    TEXT
}
