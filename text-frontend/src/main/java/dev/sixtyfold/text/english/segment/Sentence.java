package dev.sixtyfold.text.english.segment;

/**
 * Where a sentence ends.
 *
 * @param end
 *            exclusive, in UTF-16 units; white space after it belongs to no sentence
 * @param boundary
 *            what ends there
 */
public record Sentence(int end, Boundary boundary) {}
