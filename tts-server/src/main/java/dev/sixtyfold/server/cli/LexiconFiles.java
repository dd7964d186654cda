package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.lexicon.check.LexiconExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lexicons that a command or a configuration names. */
final class LexiconFiles {

    private LexiconFiles() {}

    /**
     * The lexicons in these files, the first the nearest.
     *
     * @param frontend
     *            asked for only if one of them has examples
     * @throws dev.sixtyfold.text.lexicon.LexiconException
     *             if one of them cannot be used, or is not read as its own examples say
     */
    static Lexicons read(List<Path> files, Supplier<Frontend> frontend) {
        return Lexicons.NONE.and(files.stream().map(file -> read(file, frontend)).toList());
    }

    /** The one in this file. */
    static Lexicon read(Path file, Supplier<Frontend> frontend) {
        Lexicon lexicon = LexiconText.read(file);
        if (!lexicon.examples().isEmpty()) {
            LexiconExamples.require(lexicon, frontend.get()::utterances);
        }
        return lexicon;
    }

    /** The same as texts, for a server to read. */
    static List<String> texts(List<Path> files) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }
}
