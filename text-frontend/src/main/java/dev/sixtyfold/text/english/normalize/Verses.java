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

/** Chapter and verse after the name of a book: John 3:16, Genesis 1:1-2:3, 1 Corinthians 13, 1 Cor. 13:4. */
final class Verses implements Rule {

    private static final Set<String> BOOKS = Set.of("Genesis", "Exodus", "Leviticus", "Numbers", "Deuteronomy",
            "Joshua", "Judges", "Ruth", "Samuel", "Kings", "Chronicles", "Ezra", "Nehemiah", "Esther", "Job", "Psalm",
            "Psalms", "Proverbs", "Ecclesiastes", "Isaiah", "Jeremiah", "Lamentations", "Ezekiel", "Daniel", "Hosea",
            "Joel", "Amos", "Jonah", "Micah", "Matthew", "Mark", "Luke", "John", "Acts", "Romans", "Corinthians",
            "Galatians", "Ephesians", "Philippians", "Colossians", "Thessalonians", "Timothy", "Titus", "Hebrews",
            "James", "Peter", "Jude", "Revelation", "Surah", "Quran", "Qur'an", "Qur’an", "Koran");
    /** Those of which there are several. */
    private static final Set<String> NUMBERED = Set.of("Samuel", "Kings", "Chronicles", "Corinthians", "Thessalonians",
            "Timothy", "Peter", "John");
    private static final String VERSES = "(\\d{1,3}):(\\d{1,3})(?: ?[-–] ?(?:(\\d{1,3}):)?(\\d{1,3}))?(?![\\p{L}\\p{N}:])";
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
        return Match.of(Decision.CODE, form.tokens(), verses(form, 1));
    }

    private Optional<Match> shortened(Tokens tokens, int at) {
        return tokens.form(shortened, at).flatMap(form -> {
            List<String> spoken = new ArrayList<>(form.has(1) ? words.ordinal(form.group(1)) : List.of());
            spoken.add(Objects.requireNonNull(books.get(form.group(2))));
            spoken.addAll(verses(form, 3));
            return Match.of(Decision.CODE, form.tokens(), spoken);
        });
    }

    /** Chapter and verse, and up to which verse, or chapter and verse; from that group on. */
    private List<String> verses(Tokens.Form form, int group) {
        List<String> spoken = new ArrayList<>(words.label(form.group(group)));
        spoken.addAll(words.label(form.group(group + 1)));
        if (form.has(group + 3)) {
            spoken.add("to");
            spoken.addAll(form.has(group + 2) ? words.label(form.group(group + 2)) : List.of());
            spoken.addAll(words.label(form.group(group + 3)));
        }
        return spoken;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
