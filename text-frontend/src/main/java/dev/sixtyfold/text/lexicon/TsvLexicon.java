package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import java.util.List;

/**
 * A line for each entry: the word, a tab, and its pronunciation between slashes or else its alias; then, if need be, a tab
 * and the use, a tab and an example. Lines that begin with {@code #} are comments, but {@code # alphabet: x-sampa} before
 * the first entry says how pronunciations are written.
 */
final class TsvLexicon {

    private static final String ALPHABET = "# alphabet:";

    private final String name;
    private final LexiconBuilder builder = new LexiconBuilder();
    private PhoneticAlphabet alphabet = PhoneticAlphabet.IPA;
    private boolean begun;

    private TsvLexicon(String name) {
        this.name = name;
    }

    static LexiconBuilder read(String source, String content) {
        TsvLexicon lexicon = new TsvLexicon(source);
        int number = 1;
        int start = 0;
        while (start <= content.length()) {
            int end = content.indexOf('\n', start);
            end = end < 0 ? content.length() : end;
            lexicon.readLine(content.substring(start, end), number++);
            start = end + 1;
        }
        return lexicon.builder;
    }

    private void readLine(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        Place place = new Place(name, number, 1);
        if (line.startsWith(ALPHABET)) {
            if (begun) {
                throw LexiconException.at(place, "the alphabet is said after the first entry; say it before");
            }
            alphabet = builder.alphabet(place, line.substring(ALPHABET.length()));
        } else if (!line.startsWith("#")) {
            begun = true;
            String fields = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            readEntry(List.of(fields.split("\t", -1)), number);
        }
    }

    private void readEntry(List<String> fields, int number) {
        Place place = new Place(name, number, 1);
        if (fields.size() < 2 || fields.size() > 4) {
            throw LexiconException.at(place, fields.size() + " fields; a line has a word, a tab, and its pronunciation "
                    + "between slashes or its alias; then may follow the use and an example");
        }
        int second = fields.getFirst().length() + 2;
        String reading = fields.get(1).strip();
        Place readingPlace = new Place(name, number, second);
        boolean sounds = reading.length() > 2 && reading.startsWith("/") && reading.endsWith("/");
        Target target = sounds
                ? builder.phonemes(readingPlace, alphabet, reading.substring(1, reading.length() - 1))
                : builder.alias(readingPlace, reading);
        boolean anyUse = fields.size() < 3 || fields.get(2).isBlank();
        Place usePlace = new Place(name, number, second + fields.get(1).length() + 1);
        builder.add(fields.getFirst(), anyUse ? Use.ANY : builder.use(usePlace, fields.get(2)), target, place);
        if (fields.size() > 3 && !fields.get(3).isBlank()) {
            builder.exampleOf(fields.getFirst(), target, fields.get(3), new Place(name, number, usePlace.column()
                    + fields.get(2).length() + 1));
        }
    }
}
