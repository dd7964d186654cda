package dev.sixtyfold.acoustic;

import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The phoneme symbols that a voice knows, and their numbers.
 *
 * @param ids
 *            number of each symbol
 */
public record Alphabet(Map<Character, Integer> ids) {

    public Alphabet {
        ids = Map.copyOf(ids);
    }

    /**
     * Reads a JSON object that maps each symbol to its number.
     *
     * @throws VoiceUnavailable
     *             if the file cannot be read or holds anything else
     */
    public static Alphabet read(Path file) {
        Map<Character, Integer> ids = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, file);
            for (String symbol = parser.nextName(); symbol != null; symbol = parser.nextName()) {
                expect(symbol.length() == 1 && parser.nextToken() == JsonToken.VALUE_NUMBER_INT, file);
                ids.put(symbol.charAt(0), parser.getIntValue());
            }
        } catch (IOException | JacksonException e) {
            throw new VoiceUnavailable(file + " cannot be read: " + e.getMessage(), e);
        }
        return new Alphabet(ids);
    }

    private static void expect(boolean condition, Path file) {
        if (!condition) {
            throw new VoiceUnavailable(file + " is not an object that maps single symbols to whole numbers");
        }
    }

    public boolean contains(char symbol) {
        return ids.containsKey(symbol);
    }

    /**
     * The numbers of the symbols that the voice knows, in order.
     *
     * @param pad
     *            put before the first and after the last
     */
    public long[] encode(PhonemeSequence phonemes, long pad) {
        String symbols = phonemes.symbols();
        long[] encoded = new long[symbols.length() + 2];
        int length = 0;
        encoded[length++] = pad;
        for (int i = 0; i < symbols.length(); i++) {
            Integer id = ids.get(symbols.charAt(i));
            if (id != null) {
                encoded[length++] = id;
            }
        }
        encoded[length++] = pad;
        return Arrays.copyOf(encoded, length);
    }
}
