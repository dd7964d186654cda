package dev.sixtyfold.text.english;

import dev.sixtyfold.inference.Network;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.alphabet.Accent;
import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
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
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import java.nio.file.Path;

/** American English, in the alphabet of the hibari and Kokoro voices. */
public final class EnglishFrontend implements TextFrontend {

    private final SentenceBreaker breaker = new SentenceBreaker();
    private final SentenceReader sentences;

    private EnglishFrontend(SentenceReader sentences) {
        this.sentences = sentences;
    }

    /**
     * Loads what a voice has installed.
     *
     * @param directory
     *            with the lexicons, the tagger and the tables under their own names; it also gets their compiled form, if
     *            it can be written to
     * @param unknownWords
     *            the network {@code oov.onnx} of the same voice; it stays the caller's to close
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if a file is missing or damaged
     */
    public static EnglishFrontend load(Path directory, Network unknownWords) {
        EnglishResources resources = EnglishResources.load(directory);
        NumberWords numbers = new NumberWords(Dialect.AMERICAN);
        return new EnglishFrontend(new SentenceReader(new Tokenizer(resources.contractions()),
                new Normalizer(resources.glossary(), numbers), new Tagger(resources.tagger()),
                Homographs.bundled(Dialect.AMERICAN), new KnownWords(resources.checked(), resources.derived()),
                new UnknownWords(resources.characters(), unknownWords), numbers));
    }

    /**
     * {@inheritDoc}
     *
     * <p>White space alone gives no utterance; text of which nothing can be spoken gives silent ones that list what was
     * skipped.
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
        return new EnglishReader(breaker, sentences, options, idle);
    }

    @Override
    public UtteranceReader open(MarkedText text) {
        return new MarkedReader(text, breaker, sentences);
    }

    @Override
    public PhonemeNotation notation() {
        return (alphabet, phonemes) -> Accent.AMERICAN.adapt(PhoneticAlphabet.named(alphabet)
                .orElseThrow(() -> new IllegalArgumentException("there is no such alphabet; there are ipa and x-sampa"))
                .read(phonemes));
    }
}
