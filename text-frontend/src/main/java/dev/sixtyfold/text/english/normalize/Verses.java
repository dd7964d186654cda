package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chapter and verse after the name of a book: John 3:16, Genesis 1:1-5, 1 Corinthians 13, 1 Cor. 13:4. */
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
    private static final String VERSES = "(\\d{1,3}):(\\d{1,3})(?: ?[-–] ?(\\d{1,3}))?(?![\\p{L}\\p{N}:])";
    private static final Pattern PLACE = Pattern.compile(VERSES);
    private static final Pattern BOOK = Pattern.compile("([123]) (?=\\p{L}+ \\d)");

    /** Names of books by their short forms. */
    private final Map<String, String> books;
    private final Pattern shortened;
    private final NumberWords words;

    Verses(NumberWords words) {
        this.words = words;
        this.books = ResourceTable.rows("books.tsv", 2).stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        this.shortened = Pattern.compile("(?:([123]) )?(" + String.join("|", books.keySet()) + ")\\.? " + VERSES);
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (!tokens.startsWithDigit(at)) {
            return tokens.hasFigures() && tokens.isCapitalised(at) && books.containsKey(withoutStop(tokens.text(at)))
                    ? shortened(tokens, at)
                    : Optional.empty();
        }
        if (BOOKS.contains(tokens.text(at - 1))) {
            return tokens.form(PLACE, at).flatMap(this::place);
        }
        if (books.containsKey(withoutStop(tokens.text(at + 1)))) {
            return shortened(tokens, at);
        }
        return NUMBERED.contains(tokens.text(at + 1)) && tokens.form(BOOK, at).isPresent()
                ? Match.of(Decision.ORDINAL, 1, words.ordinal(tokens.text(at)))
                : Optional.empty();
    }

    private Optional<Match> place(Tokens.Form form) {
        return Match.of(Decision.CODE, form.tokens(), verses(form.group(1), form.group(2), form.group(3)));
    }

    private Optional<Match> shortened(Tokens tokens, int at) {
        return tokens.form(shortened, at).flatMap(form -> {
            List<String> spoken = new ArrayList<>(form.has(1) ? words.ordinal(form.group(1)) : List.of());
            spoken.add(Objects.requireNonNull(books.get(form.group(2))));
            spoken.addAll(verses(form.group(3), form.group(4), form.group(5)));
            return Match.of(Decision.CODE, form.tokens(), spoken);
        });
    }

    private List<String> verses(String chapter, String first, String last) {
        List<String> spoken = new ArrayList<>(words.label(chapter));
        spoken.addAll(words.label(first));
        if (!last.isEmpty()) {
            spoken.add("to");
            spoken.addAll(words.label(last));
        }
        return spoken;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
