package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dr. Smith, Main St., Sunset Dr., approx., Vol. 3, no. 5, vs., e.g. */
final class Abbreviations implements Rule {

    private static final Pattern GLUED = Pattern.compile("(\\p{L}{2,4})\\.(\\d{1,5})");

    private final ShortForms forms;
    private final NumberWords numbers;

    Abbreviations(Glossary glossary, NumberWords numbers) {
        this.numbers = numbers;
        this.forms = new ShortForms(glossary);
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String word = tokens.text(at);
        if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
            return Optional.empty();
        }
        if (word.equals("u") && isYou(tokens, at)) {
            return read("you", 1);
        }
        if (word.equals("c") && tokens.isAt(at + 1, "u") && tokens.isSpacedFrom(at + 1) && !tokens.hasOperators()) {
            return read("see", 1);
        }
        if (word.equals("r") && (tokens.isAt(at + 1, "u") || tokens.isAt(at - 1, "u") || tokens.isAt(at + 1, "you"))) {
            return read("are", 1);
        }
        if (at == 0 && tokens.isAt(1, ",") && isMonth(word)) {
            return read(Months.name(word), 1);
        }
        Optional<Match> glued = glued(word);
        if (glued.isPresent()) {
            return glued;
        }
        boolean ownStop = word.endsWith(".");
        boolean splitStop = !ownStop && tokens.isGlued(at) && tokens.isAt(at + 1, ".");
        String bare = ownStop ? word.substring(0, word.length() - 1) : word;
        int after = splitStop ? at + 2 : at + 1;
        boolean stop = ownStop || splitStop;
        boolean counts = startsWithDigit(tokens.text(after)) || isRoman(tokens.text(after))
                || (stop && isRomanLetter(tokens, after));
        if (counts && !tokens.isGlued(after - 1)) {
            Optional<String> counted = forms.beforeNumber(bare).filter(found -> stop || bare.length() > 1)
                    .filter(found -> !isOfPeople(bare)
                            || tokens.numeral(after).filter(year -> year.looksLikeYear()).isPresent());
            if (counted.isPresent()) {
                return read(counted.get(), after - at);
            }
        }
        if (bare.equals("Sr") && (isRank(tokens.lower(after)) || isAfterName(tokens, at))) {
            return read("Senior", splitStop && after == tokens.size() ? 1 : after - at);
        }
        if (stop && isMonth(bare) && !bare.equals("Mar") && isLowerCase(tokens.text(after))) {
            return read(Months.name(bare), after - at);
        }
        Optional<String> direction = stop && bare.length() == 1 && isLand(tokens.text(after))
                ? direction(bare)
                : Optional.empty();
        if (direction.isPresent()) {
            return read(direction.get(), after - at);
        }
        Optional<String> numbered = stop && tokens.numeral(at - 1).filter(number -> number.isOrdinal()).isPresent()
                ? forms.afterOrdinal(bare)
                : Optional.empty();
        if (numbered.isPresent()) {
            return read(numbered.get(), splitStop && after == tokens.size() ? 1 : after - at);
        }
        boolean party = tokens.isCapitalised(at - 1) || (tokens.isAt(at - 1, ".") && tokens.isAt(at - 2, "al"));
        if (stop && bare.equals("v") && party && tokens.isCapitalised(after)) {
            return read("versus", after - at);
        }
        Optional<String> state = stop && (tokens.isAt(at - 1, ",") || (tokens.isDash(at - 1) && tokens.isGlued(at - 1)))
                ? forms.state(bare)
                : Optional.empty();
        if (state.isPresent()) {
            return read(state.get(), splitStop && after == tokens.size() ? 1 : after - at);
        }
        // A feat is a deed too, where no song's name comes before it.
        boolean deed = bare.equals("feat") && !tokens.isAt(at - 1, "(") && !tokens.isCapitalised(at - 1);
        Optional<String> title = forms.title(bare).filter(found -> !deed)
                .filter(found -> tokens.isCapitalised(after) && (stop || !isOrdinaryWord(bare)));
        if (title.isPresent()) {
            return read(title.get(), after - at);
        }
        if (isOrdinaryWord(bare) && !startsWithDigit(tokens.text(after))) {
            return Optional.empty();
        }
        // The full stop of the last word is the sentence's too.
        int count = splitStop && after == tokens.size() ? 1 : after - at;
        if (stop && bare.equals("Dr") && isStreetName(tokens, at)) {
            return read("Drive", count);
        }
        Optional<String> withStop = stop ? forms.withStop(bare) : Optional.empty();
        if (withStop.isPresent()) {
            return read(withStop.get(), count);
        }
        // The stop of "12% YoY." is the sentence's alone.
        String last = ownStop && at + 1 == tokens.size() ? bare : word;
        return slashed(tokens, at).or(() -> forms.bare(last).flatMap(found -> read(found, 1)));
    }

    /** see u, u free?: between words that say "you", and no variable. */
    private static boolean isYou(Tokens tokens, int at) {
        boolean before = switch (tokens.lower(at - 1)) {
            case "see", "love", "thank", "miss", "do", "did", "will", "would", "can", "are", "r", "if", "hope", "tell",
                    "call", "text", "ask", "for", "to", "with", "when", "c" ->
                true;
            default -> false;
        };
        boolean after = switch (tokens.lower(at + 1)) {
            case "r", "are", "free", "want", "wanna", "know", "can", "will", "have", "guys", "too", "there", "up", "ok",
                    "need", "gonna", "later", "soon", "tomorrow", "tonight", "got", "think", "coming", "doing" ->
                true;
            default -> false;
        };
        return !tokens.hasOperators() && (before || after);
    }

    /** What somebody can be a senior one of: "Sr. Engineer"; Sr. Mary is a nun. */
    private static boolean isRank(String word) {
        return switch (word) {
            case "engineer", "manager", "developer", "director", "analyst", "vice", "vp", "software", "data", "product",
                    "project", "designer", "scientist", "consultant", "accountant", "advisor", "adviser", "associate",
                    "editor", "architect", "administrator", "officer", "partner", "counsel", "account", "marketing",
                    "sales", "research", "technical", "business", "staff", "lecturer", "executive", "program" ->
                true;
            default -> false;
        };
    }

    /** "Adams, Sr.", "John Adams Sr."; the first word of a sentence is capitalised for another reason. */
    private static boolean isAfterName(Tokens tokens, int at) {
        return tokens.isAt(at - 1, ",")
                ? tokens.isCapitalised(at - 2)
                : at > 1 && tokens.isWord(at - 1) && tokens.isCapitalised(at - 1);
    }

    private static boolean isLowerCase(String word) {
        return !word.isEmpty() && Character.isLowerCase(word.charAt(0));
    }

    private static boolean isLand(String name) {
        return switch (name) {
            case "Korea", "Korean", "Koreans", "Africa", "African", "America", "American", "Carolina", "Dakota",
                    "Ireland",
                    "Irish", "Macedonia", "Germany", "German", "Virginia", "Sudan", "Timor", "Coast", "Yorkshire",
                    "Wales",
                    "Hollywood", "London" ->
                true;
            default -> false;
        };
    }

    private static Optional<String> direction(String letter) {
        return switch (letter) {
            case "N" -> Optional.of("North");
            case "S" -> Optional.of("South");
            case "E" -> Optional.of("East");
            case "W" -> Optional.of("West");
            default -> Optional.empty();
        };
    }

    /** As it stands above or before a row of figures. */
    private static boolean isMonth(String word) {
        return switch (word) {
            case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec" -> true;
            default -> false;
        };
    }

    /** No.5, fig.12 */
    private Optional<Match> glued(String word) {
        if (word.indexOf('.') < 0 || !Character.isDigit(word.charAt(word.length() - 1))) {
            return Optional.empty();
        }
        Matcher matcher = GLUED.matcher(word);
        return matcher.matches() ? forms.beforeNumber(matcher.group(1)).flatMap(found -> {
            List<String> spoken = new ArrayList<>(List.of(found.split(" ")));
            spoken.addAll(numbers.cardinal(matcher.group(2)));
            return Match.of(Decision.ABBREVIATION, 1, spoken);
        }) : Optional.empty();
    }

    private static boolean isRoman(String text) {
        return text.length() > 1 && "IVXLC".indexOf(text.charAt(0)) >= 0 && RomanNumber.value(text).isPresent();
    }

    /** Art. I, § 8: no sentence begins with a letter and a comma. */
    private static boolean isRomanLetter(Tokens tokens, int at) {
        return switch (tokens.text(at)) {
            case "I", "V", "X" -> tokens.isAt(at + 1, ",") || tokens.isAt(at + 1, "§") || tokens.isAt(at + 1, ")");
            default -> false;
        };
    }

    /** b. 1950, d. 1999; elsewhere they are letters. */
    private static boolean isOfPeople(String letter) {
        return letter.equals("b") || letter.equals("d");
    }

    /** "w/o" and "b/c" are three tokens, "w/" is two, and "tl;dr" three. */
    private Optional<Match> slashed(Tokens tokens, int at) {
        boolean sign = tokens.isGlued(at) && (tokens.isAt(at + 1, "/") || tokens.isAt(at + 1, ";"));
        if (!sign) {
            return Optional.empty();
        }
        String start = tokens.text(at) + tokens.text(at + 1);
        Optional<Match> whole = tokens.isGlued(at + 1)
                ? forms.bare(start + tokens.text(at + 2)).flatMap(found -> read(found, 3))
                : Optional.empty();
        return whole.or(() -> forms.bare(start).flatMap(found -> read(found, 2)));
    }

    /** "Sunset Dr." after a name that is no sentence's first word by itself. */
    private static boolean isStreetName(Tokens tokens, int at) {
        return at > 1 && tokens.isCapitalised(at - 1) && Character.isLetter(tokens.text(at - 1).charAt(0));
    }

    private static Optional<Match> read(String words, int tokens) {
        return Optional.of(new Match(tokens, List.of(words.split(" ")), Decision.ABBREVIATION));
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Words that end sentences more often than they are short for something, unless a number follows. */
    private static boolean isOrdinaryWord(String word) {
        return switch (word) {
            case "no", "No", "NO", "nos", "ed", "eds", "fig", "Fig", "est", "Mar", "Sat", "Sun", "Mon", "Wed", "Jan",
                    "Hon", "Fr", "Ft", "ft", "pp", "ch", "Ch", "art", "Art", "op", "Op", "ref", "Ref", "sec", "Sec",
                    "pt", "min", "max", "Min", "Max", "temp", "trans", "para", "ext", "tel", "apt", "ave", "Br", "Sr",
                    "Det", "Pt", "feat" ->
                true;
            default -> false;
        };
    }
}
