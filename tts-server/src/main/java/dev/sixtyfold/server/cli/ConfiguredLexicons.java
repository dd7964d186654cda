package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.caller.CallerConfig;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.server.engine.Frontend;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconException;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the lexicons that a configuration names: for all, and for each caller. A file that is named twice is read once. */
final class ConfiguredLexicons {

    private final Supplier<Frontend> frontend;
    private final Map<Path, Lexicon> read = new HashMap<>();

    /**
     * @param frontend
     *            reads the examples; asked for only if a lexicon has some
     */
    ConfiguredLexicons(Supplier<Frontend> frontend) {
        this.frontend = frontend;
    }

    /**
     * All of them.
     *
     * @throws LexiconException
     *             if one cannot be used, or is not read as its own examples say; the message names the field and the file
     */
    StandingLexicons read(List<Path> ofAll, List<CallerConfig> callers) {
        Lexicons server = Lexicons.NONE.and(lexicons("text.lexicons", ofAll));
        Map<String, Lexicons> ofCallers = new HashMap<>();
        for (CallerConfig caller : callers) {
            List<Lexicon> own = lexicons("callers." + caller.name() + ".lexicons", caller.lexicons());
            if (!own.isEmpty()) {
                ofCallers.put(caller.name(), server.and(own));
            }
        }
        return new StandingLexicons(server, ofCallers);
    }

    private List<Lexicon> lexicons(String field, List<Path> files) {
        try {
            return files.stream()
                    .map(file -> read.computeIfAbsent(file, path -> LexiconFiles.read(path, frontend))).toList();
        } catch (LexiconException e) {
            throw new LexiconException(field + ": " + e.getMessage(), e);
        }
    }
}
