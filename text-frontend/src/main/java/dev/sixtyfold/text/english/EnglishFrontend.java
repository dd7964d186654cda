package dev.sixtyfold.text.english;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.english.homograph.Homographs;
import dev.sixtyfold.text.english.lexicon.KnownWords;
import dev.sixtyfold.text.english.normalize.Normalizer;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.pronounce.SentenceReader;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.segment.SentenceBreaker;
import dev.sixtyfold.text.english.tag.Tagger;
import dev.sixtyfold.text.english.token.Tokenizer;
import dev.sixtyfold.text.english.unknown.UnknownWords;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.markup.InlinePronunciations;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import java.nio.file.Path;

/** English of one dialect, in the alphabet of the hibari and Kokoro voices. */
public final class EnglishFrontend implements TextFrontend {

    private final SentenceBreaker breaker = new SentenceBreaker();
    private final SentenceReader sentences;
    private final Dialect dialect;
    private final InlinePronunciations inline;

    private EnglishFrontend(SentenceReader sentences, Dialect dialect) {
        this.sentences = sentences;
        this.dialect = dialect;
        this.inline = new InlinePronunciations(dialect.accent());
    }

    /** The network of unknown words that {@link #load} takes for a dialect, by its file's name in the installed voice. */
    public static String networkFile(Dialect dialect) {
        return EnglishFiles.of(dialect).network();
    }

    /**
     * Loads what a voice has installed.
     *
     * @param directory
     *            with the lexicons, the tagger and the tables under their own names; it also gets their compiled form, if
     *            it can be written to
     * @param unknownWords
     *            the network in {@link #networkFile} of the same voice; it stays the caller's to close
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if a file is missing or damaged
     */
    public static EnglishFrontend load(Path directory, Dialect dialect, Network unknownWords) {
        EnglishResources resources = EnglishResources.load(directory, dialect);
        NumberWords numbers = new NumberWords(dialect);
        return new EnglishFrontend(new SentenceReader(new Tokenizer(resources.contractions()),
                new Normalizer(resources.glossary(), resources.checked()::contains, numbers),
                new Tagger(resources.tagger()),
                Homographs.bundled(dialect), new KnownWords(resources.checked(), resources.derived(), dialect),
                new UnknownWords(resources.characters(), unknownWords), numbers), dialect);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code [word](/IPA/)} is the word, pronounced so. White space alone gives no utterance; text of which nothing can
     * be spoken gives silent ones that list what was skipped.
     */
    @Override
    public UtteranceReader open(String text, ReadingOptions options) {
        IncrementalReader reader = openIncremental(options, IdleLimit.NEVER);
        reader.push(text);
        reader.end();
        return reader;
    }

    @Override
    public IncrementalReader openIncremental(ReadingOptions options, IdleLimit idle) {
        return new EnglishReader(breaker, sentences, inline, options, idle);
    }

    @Override
    public UtteranceReader open(MarkedText text) {
        return new MarkedReader(text, dialect, breaker, sentences);
    }

    @Override
    public TextFrontend with(Lexicons lexicons) {
        return lexicons.isEmpty() ? this : new EnglishFrontend(sentences.with(lexicons), dialect);
    }

    @Override
    public PhonemeNotation notation() {
        return dialect.accent();
    }
}
