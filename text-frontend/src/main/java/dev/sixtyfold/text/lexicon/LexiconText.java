package dev.sixtyfold.text.lexicon;

import dev.sixtyfold.text.alphabet.PhoneticAlphabet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads lexicons: PLS 1.0, YAML, and lines with tabs. */
public final class LexiconText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LexiconText() {}

    /**
     * The lexicon in {@code file}, which is called as the file without its ending; what it is written in is told by its
     * first characters. Its examples are not checked yet.
     *
     * @throws LexiconException
     *             if the file cannot be read, is too large, or has an error
     */
    public static Lexicon read(Path file) {
        try {
            long size = Files.size(file);
            if (size > 4L * Limits.CHARACTERS) {
                throw new LexiconException(file + ": has " + size + " bytes; a lexicon may have " + 4L
                        * Limits.CHARACTERS);
            }
            String fileName = String.valueOf(file.getFileName());
            int dot = fileName.lastIndexOf('.');
            return parse(file.toString(), dot > 0 ? fileName.substring(0, dot) : fileName, Files.readString(file));
        } catch (IOException e) {
            throw new LexiconException(file + ": cannot be read as a UTF-8 file (" + e + ")", e);
        }
    }

    /**
     * The lexicon that {@code content} writes.
     *
     * @param source
     *            what messages call it
     * @param name
     *            what the source of a word calls it
     */
    public static Lexicon parse(String source, String name, String content) {
        String text = content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
        if (text.length() > Limits.CHARACTERS) {
            throw new LexiconException(source + ": has " + text.length() + " characters; a lexicon may have "
                    + Limits.CHARACTERS);
        }
        LexiconBuilder builder = isXml(text)
                ? PlsLexicon.read(source, text)
                : isYaml(text) ? YamlLexicon.read(source, text) : TsvLexicon.read(source, text);
        return builder.build(name);
    }

    private static boolean isXml(String text) {
        return text.stripLeading().startsWith("<");
    }

    /** Whether the first line that is no comment is a key of ours. */
    private static boolean isYaml(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String stripped = line.strip().toLowerCase(Locale.ROOT);
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                return line.indexOf('\t') < 0 && (stripped.startsWith("---") || stripped.startsWith("{")
                        || stripped.matches("(alphabet|entries|examples)\\s*:.*"));
            }
        }
        return false;
    }

    /**
     * A pronunciation by itself.
     *
     * @param written
     *            the word or phrase
     */
    public record Phrase(String written, PhoneticAlphabet alphabet, String phonemes) {}

    /**
     * A lexicon of these phrases; messages count them from 1 as if they were lines of {@code source}.
     *
     * @throws LexiconException
     *             if one of them cannot be used, or there is none
     */
    public static Lexicon of(String source, List<Phrase> phrases) {
        LexiconBuilder builder = new LexiconBuilder();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            Place place = new Place(source, i + 1, 1);
            builder.add(phrase.written(), Use.ANY, builder.phonemes(place, phrase.alphabet(), phrase.phonemes()),
                    place);
        }
        return builder.build(source);
    }
}
