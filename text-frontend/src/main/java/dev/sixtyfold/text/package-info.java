/**
 * Text to phonemes. What a transport or the pipeline sees is {@link dev.sixtyfold.text.TextFrontend}; each language is a
 * package below this one, and nothing here knows any of them (docs/decisions/0011-languages.md).
 *
 * <h2>How a language becomes a package</h2>
 * <ul>
 * <li>It is called {@code dev.sixtyfold.text.LANGUAGE} and has one public entry that implements
 * {@link dev.sixtyfold.text.TextFrontend}; its stages are packages of their own below it (segment, token, normalize, tag,
 * lexicon, …) that know neither the entry nor another language.
 * <li>Everything that a language learns from data (lexicon, tagger weights, networks) is a file of an installed voice;
 * everything that is a rule of the language is code with the linguistic reason beside it.
 * <li>What it speaks is written in the alphabet of a voice family; mapping from the lexicon's notation to that alphabet is
 * the last step, in one place.
 * <li>It is immutable once loaded, does work linear in the length of the text, and gives an answer to every string.
 * <li>Offsets are code points of the text as the caller wrote it, and nothing gets lost silently: every letter, digit and
 * symbol of the source is within the span of a {@link dev.sixtyfold.speech.SpokenWord} or is listed as a
 * {@link dev.sixtyfold.speech.SkippedSpan}. Punctuation that shapes the sentence (full stops, commas, dashes, quotes,
 * brackets, apostrophes and hyphens) needs neither: it becomes a prosody symbol or is silent.
 * </ul>
 */
@NullMarked
package dev.sixtyfold.text;

import org.jspecify.annotations.NullMarked;
