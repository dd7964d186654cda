package dev.sixtyfold.text.markup;

import java.time.Duration;

/**
 * What is asked of a part of a {@link MarkedText}, or at a place in it. Places are UTF-16 units of
 * {@link MarkedText#text()}: start inclusive, end exclusive; equal for what holds at a place.
 */
public sealed interface Instruction {

    int start();

    int end();

    /**
     * What kind of expression the part is, as in SSML's {@code say-as}.
     *
     * @param interpretAs
     *            {@code "cardinal"}, {@code "ordinal"}, {@code "characters"}, {@code "date"}, …
     * @param format
     *            such as {@code "mdy"} for a date; empty if not given
     * @param detail
     *            such as {@code "1"} for a date; empty if not given
     */
    record SayAs(int start, int end, String interpretAs, String format, String detail) implements Instruction {}

    /** The part is read as if {@code spoken} stood there; it is normalized as usual. */
    record Alias(int start, int end, String spoken, Origin origin) implements Instruction {}

    /**
     * The part is pronounced so.
     *
     * @param phonemes
     *            in the notation of the language's lexicons, stress marks included
     */
    record Pronunciation(int start, int end, String phonemes, Origin origin) implements Instruction {}

    /**
     * Who asked for a pronunciation; its label becomes the source of the word.
     *
     * @param label
     *            {@code "markup"}, {@code "request lexicon"}, {@code "lexicon NAME"}
     */
    record Origin(String label) {

        public static final Origin MARKUP = new Origin("markup");
        public static final Origin REQUEST_LEXICON = new Origin("request lexicon");

        /** A lexicon that has a name. */
        public static Origin lexicon(String name) {
            return new Origin("lexicon " + name);
        }
    }

    /** The use of a word that is written like another: a part of speech (Penn Treebank) or a sense. */
    record Role(int start, int end, String role) implements Instruction {}

    /** How strongly the part is spoken. */
    record Emphasis(int start, int end, Level level) implements Instruction {

        /** SSML's levels. */
        public enum Level {
            STRONG, MODERATE, NONE, REDUCED
        }
    }

    /**
     * How the part is delivered; nested ones have been multiplied and added up already.
     *
     * @param rate
     *            times the pace of the request
     * @param pitchSemitones
     *            added to the voice's pitch
     * @param volumeDb
     *            added to the level; negative infinity for silence
     */
    record Prosody(int start, int end, double rate, double pitchSemitones, double volumeDb) implements Instruction {}

    /** A voice by name, for the part. */
    record Voice(int start, int end, String name) implements Instruction {}

    /** A language by its BCP 47 tag, for the part. */
    record Language(int start, int end, String tag) implements Instruction {}

    /** A pause of this length, instead of what the punctuation there asks for. */
    record Pause(int at, Duration length) implements Instruction {

        @Override
        public int start() {
            return at;
        }

        @Override
        public int end() {
            return at;
        }
    }

    /** A place that the caller wants to be told of when it is reached. */
    record Mark(int at, String name) implements Instruction {

        @Override
        public int start() {
            return at;
        }

        @Override
        public int end() {
            return at;
        }
    }

    /** A sentence or a paragraph ends here, whatever the punctuation says. */
    record Break(int at, Unit unit) implements Instruction {

        /** What ends. */
        public enum Unit {
            SENTENCE, PARAGRAPH
        }

        @Override
        public int start() {
            return at;
        }

        @Override
        public int end() {
            return at;
        }
    }
}
