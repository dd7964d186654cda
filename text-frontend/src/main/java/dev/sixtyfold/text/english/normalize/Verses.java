package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chapter and verse after the name of a book: John 3:16, Genesis 1:1-5, 1 Corinthians 13. */
final class Verses implements Rule {

    private static final Set<String> BOOKS = Set.of("Genesis", "Exodus", "Leviticus", "Numbers", "Deuteronomy",
            "Joshua", "Judges", "Ruth", "Samuel", "Kings", "Chronicles", "Ezra", "Nehemiah", "Esther", "Job", "Psalm",
            "Psalms", "Proverbs", "Ecclesiastes", "Isaiah", "Jeremiah", "Lamentations", "Ezekiel", "Daniel", "Hosea",
            "Joel", "Amos", "Jonah", "Micah", "Matthew", "Mark", "Luke", "John", "Acts", "Romans", "Corinthians",
            "Galatians", "Ephesians", "Philippians", "Colossians", "Thessalonians", "Timothy", "Titus", "Hebrews",
            "James", "Peter", "Jude", "Revelation", "Surah", "Quran");
    /** Those of which there are several. */
    private static final Set<String> NUMBERED = Set.of("Samuel", "Kings", "Chronicles", "Corinthians", "Thessalonians",
            "Timothy", "Peter", "John");
    private static final Pattern PLACE = Pattern.compile(
            "(\\d{1,3}):(\\d{1,3})(?: ?[-–] ?(\\d{1,3}))?(?![\\p{L}\\p{N}:])");
    private static final Pattern BOOK = Pattern.compile("([123]) (?=\\p{L}+ \\d)");

    private final NumberWords words;

    Verses(NumberWords words) {
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.startsWithDigit(at)) {
            return Optional.empty();
        }
        if (BOOKS.contains(tokens.text(at - 1))) {
            return tokens.form(PLACE, at).flatMap(this::place);
        }
        return NUMBERED.contains(tokens.text(at + 1)) && tokens.form(BOOK, at).isPresent()
                ? Match.of(Decision.ORDINAL, 1, words.ordinal(tokens.text(at)))
                : Optional.empty();
    }

    private Optional<Match> place(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(words.label(form.group(1)));
        spoken.addAll(words.label(form.group(2)));
        if (form.has(3)) {
            spoken.add("to");
            spoken.addAll(words.label(form.group(3)));
        }
        return Match.of(Decision.CODE, form.tokens(), spoken);
    }
}
