package dev.sixtyfold.text.english;

import dev.sixtyfold.text.english.reading.Dialect;
import java.util.List;

/**
 * The data files of a dialect, by the names that they are installed under.
 *
 * @param checked
 *            lexicon of entries that a person has seen
 * @param derived
 *            lexicon that was made from others
 * @param characters
 *            what goes into and comes out of the network of unknown words
 * @param network
 *            of unknown words
 * @param tables
 *            the compiled form of the data, which is made here
 */
record EnglishFiles(String checked, String derived, String characters, String network, String tables) {

    static final String TAGGER = "tagger.json.gz";
    static final String GLOSSARY = "normalize.json";
    static final String CONTRACTIONS = "tokenizer_exceptions.json";

    static EnglishFiles of(Dialect dialect) {
        return switch (dialect) {
            case AMERICAN -> new EnglishFiles("lexicon_us_gold.json.gz", "lexicon_us_silver.json.gz", "oov.json",
                    "oov.onnx", "english.tables");
            case BRITISH -> new EnglishFiles("lexicon_gb_gold.json.gz", "lexicon_gb_silver.json.gz", "oov_gb.json",
                    "oov_gb.onnx", "english-gb.tables");
        };
    }

    /** What is read, without the network. */
    List<String> data() {
        return List.of(checked, derived, TAGGER, characters, GLOSSARY, CONTRACTIONS);
    }
}
