package dev.sixtyfold.text.english;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.text.english.lexicon.Lexicon;
import dev.sixtyfold.text.english.normalize.Glossary;
import dev.sixtyfold.text.english.reading.Dialect;
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
import java.util.zip.CRC32;

/** The data that the English frontend reads with, as an installed voice has it. */
record EnglishResources(Lexicon checked, Lexicon derived, TaggerModel tagger, CharacterAlphabet characters,
        Glossary glossary, PhraseTable contractions) {

    /**
     * Reads a voice's data files of a dialect, or their compiled form if it is there; otherwise leaves it there.
     *
     * @throws SynthesisException.VoiceUnavailable
     *             if a file is missing or damaged
     */
    static EnglishResources load(Path directory, Dialect dialect) {
        EnglishFiles files = EnglishFiles.of(dialect);
        CompiledData compiled = new CompiledData(directory.resolve(files.tables()), fingerprint(directory, files));
        return compiled.read().map(EnglishResources::read).orElseGet(() -> {
            EnglishResources parsed = parse(directory, files);
            TableWriter tables = new TableWriter();
            parsed.write(tables);
            compiled.write(tables);
            return parsed;
        });
    }

    private static EnglishResources parse(Path directory, EnglishFiles files) {
        return new EnglishResources(Lexicon.parse(directory.resolve(files.checked())),
                Lexicon.parse(directory.resolve(files.derived())),
                TaggerModel.parse(directory.resolve(EnglishFiles.TAGGER)),
                CharacterAlphabet.parse(directory.resolve(files.characters())),
                Glossary.parse(directory.resolve(EnglishFiles.GLOSSARY)),
                Contractions.parse(directory.resolve(EnglishFiles.CONTRACTIONS)));
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

    private static long fingerprint(Path directory, EnglishFiles files) {
        CRC32 sum = new CRC32();
        long size = 0;
        for (String name : files.data()) {
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
