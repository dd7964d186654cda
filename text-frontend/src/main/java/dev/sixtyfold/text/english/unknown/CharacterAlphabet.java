package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.text.english.data.JsonFile;
import dev.sixtyfold.text.english.table.StringPool;
import dev.sixtyfold.text.english.table.StringTable;
import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the numbers mean that go into and come out of the character network; both count from 1. */
public final class CharacterAlphabet {

    private final StringTable characters;
    private final StringPool symbols;
    private final int maximumLength;

    private CharacterAlphabet(StringTable characters, StringPool symbols, int maximumLength) {
        this.characters = characters;
        this.symbols = symbols;
        this.maximumLength = maximumLength;
    }

    /** The longest word that the network was trained on, in characters. */
    int maximumLength() {
        return maximumLength;
    }

    /** The number of a character, or 0 if the network does not know it. */
    int number(String character) {
        return characters.indexOf(character) + 1;
    }

    /** The phoneme symbol with a number, or an empty string for 0, which separates. */
    String symbol(long number) {
        return number < 1 || number > symbols.size() ? "" : symbols.get((int) number - 1);
    }

    public void write(TableWriter out) {
        characters.write(out);
        symbols.write(out);
        out.ints(new int[]{maximumLength});
    }

    /** Reads what {@link #write} wrote. */
    public static CharacterAlphabet read(TableReader in) {
        return new CharacterAlphabet(StringTable.read(in), StringPool.read(in), in.ints()[0]);
    }

    /**
     * Reads {@code oov.json}.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the file is missing or damaged
     */
    public static CharacterAlphabet parse(Path path) {
        List<String> characters = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        int[] maximumLength = {0};
        try (JsonFile file = JsonFile.open(path)) {
            file.object(name -> {
                switch (name) {
                    case "in" -> characters.addAll(file.strings());
                    case "out" -> symbols.addAll(file.strings());
                    case "maxlen" -> maximumLength[0] = (int) file.number();
                    default -> file.skip();
                }
            });
            if (characters.isEmpty() || symbols.isEmpty() || maximumLength[0] < 1) {
                throw file.damaged("\"in\", \"out\" and \"maxlen\" are needed");
            }
            return new CharacterAlphabet(StringTable.of(characters), StringPool.of(symbols), maximumLength[0]);
        }
    }
}
