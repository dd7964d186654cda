package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.text.english.lexicon.Lexicon;
import dev.sixtyfold.text.english.normalize.Glossary;
import dev.sixtyfold.text.english.table.PhraseTable;
import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import dev.sixtyfold.text.english.tag.TaggerModel;
import dev.sixtyfold.text.english.token.Contractions;
import dev.sixtyfold.text.english.unknown.CharacterAlphabet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** The data that the English frontend reads with, as an installed voice has it. */
record EnglishResources(Lexicon checked, Lexicon derived, TaggerModel tagger, CharacterAlphabet characters,
        Glossary glossary, PhraseTable contractions) {

    private static final String CHECKED = "lexicon_us_gold.json.gz";
    private static final String DERIVED = "lexicon_us_silver.json.gz";
    private static final String TAGGER = "tagger.json.gz";
    private static final String CHARACTERS = "oov.json";
    private static final String GLOSSARY = "normalize.json";
    private static final String CONTRACTIONS = "tokenizer_exceptions.json";

    /**
     * Reads the data files of a voice, or their compiled form if it is there; otherwise leaves it there.
     *
     * @throws SynthesisException.VoiceUnavailable
     *             if a file is missing or damaged
     */
    static EnglishResources load(Path directory) {
        CompiledData compiled = new CompiledData(directory, fingerprint(directory));
        return compiled.read().map(EnglishResources::read).orElseGet(() -> {
            EnglishResources parsed = parse(directory);
            TableWriter tables = new TableWriter();
            parsed.write(tables);
            compiled.write(tables);
            return parsed;
        });
    }

    private static EnglishResources parse(Path directory) {
        return new EnglishResources(Lexicon.parse(directory.resolve(CHECKED)),
                Lexicon.parse(directory.resolve(DERIVED)), TaggerModel.parse(directory.resolve(TAGGER)),
                CharacterAlphabet.parse(directory.resolve(CHARACTERS)), Glossary.parse(directory.resolve(GLOSSARY)),
                Contractions.parse(directory.resolve(CONTRACTIONS)));
    }

    private static EnglishResources read(TableReader in) {
        return new EnglishResources(Lexicon.read(in), Lexicon.read(in), TaggerModel.read(in),
                CharacterAlphabet.read(in), Glossary.read(in), PhraseTable.read(in));
    }

    private void write(TableWriter out) {
        checked.write(out);
        derived.write(out);
        tagger.write(out);
        characters.write(out);
        glossary.write(out);
        contractions.write(out);
    }

    private static long fingerprint(Path directory) {
        CRC32 sum = new CRC32();
        long size = 0;
        for (String name : List.of(CHECKED, DERIVED, TAGGER, CHARACTERS, GLOSSARY, CONTRACTIONS)) {
            Path file = directory.resolve(name);
            try {
                byte[] content = Files.readAllBytes(file);
                sum.update(content);
                // The length too, so that bytes cannot move from one file to the next.
                sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
                size += content.length;
            } catch (NoSuchFileException e) {
                throw new SynthesisException.VoiceUnavailable(
                        "no file " + file + ": the voice is not completely installed", e);
            } catch (IOException e) {
                throw new SynthesisException.VoiceUnavailable("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return sum.getValue() | size << 32;
    }
}
