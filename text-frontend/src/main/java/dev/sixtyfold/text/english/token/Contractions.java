package dev.sixtyfold.text.english.token;

import dev.sixtyfold.text.english.data.JsonFile;
import dev.sixtyfold.text.english.table.PhraseTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table of chunks that are not split by rule: "don't", "gonna", "Mr.". */
public final class Contractions {

    private Contractions() {}

    /**
     * Reads {@code tokenizer_exceptions.json}: chunk to its tokens. Those that are no words (white space, smileys) are
     * left out, and so are the forms with a curly apostrophe, since chunks have straight ones.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the file is missing or damaged
     */
    public static PhraseTable parse(Path path) {
        Map<String, List<String>> contractions = new HashMap<>();
        try (JsonFile file = JsonFile.open(path)) {
            file.object(chunk -> {
                List<String> tokens = file.strings();
                boolean word = chunk.chars().filter(Character::isLetter).count() > 0 && chunk.indexOf('’') < 0
                        && chunk.indexOf('‘') < 0 && chunk.chars().allMatch(Contractions::isWordCharacter);
                if (word) {
                    contractions.put(chunk, tokens);
                }
            });
        }
        return PhraseTable.of(contractions);
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '.' || c == '/';
    }
}
