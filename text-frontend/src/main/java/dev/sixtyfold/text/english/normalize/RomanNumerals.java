package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chapter IV, World War I, Henry VIII, John Smith III, the XIX century, page xii, (iv). What stands beside it tells how a
 * numeral is read, and with one letter whether it is one at all.
 */
final class RomanNumerals implements Rule {

    /** Two letters that are a numeral wherever they stand; XI may be a name, CD and MD are something else. */
    private static final Set<String> COMMON = Set.of("II", "IV", "VI", "IX", "XI", "XV");
    private static final int FIRST_YEAR = 1000;
    private static final int LONGEST_HEADING = 9;

    private final Glossary glossary;
    private final NumberWords words;
    private final Map<String, Set<String>> beside = new HashMap<>();

    RomanNumerals(Glossary glossary, NumberWords words) {
        this.glossary = glossary;
        this.words = words;
        for (List<String> row : ResourceTable.rows("roman.tsv", 2)) {
            beside.computeIfAbsent(row.get(0), kind -> new HashSet<>()).add(row.get(1));
        }
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        if (text.isEmpty() || "IVXLCDMivx".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        if (isHeading(tokens, at)) {
            return Optional.of(new Match(1, words.cardinal(value(text.substring(0, 1))), Decision.ROMAN_NUMERAL));
        }
        // The stop of "CHAPTER I." stays on what looks like an initial.
        boolean last = text.length() == 2 && text.charAt(1) == '.' && "IVX".indexOf(text.charAt(0)) >= 0
                && at + 1 == tokens.size() && isCounted(tokens, at);
        if (last) {
            return cardinal(text.substring(0, 1), tokens, at);
        }
        Optional<Match> ordinal = ordinal(text);
        if (ordinal.isPresent()) {
            return ordinal;
        }
        boolean small = Character.isLowerCase(text.charAt(0));
        String numeral = text.toUpperCase(Locale.ROOT);
        boolean evenCase = text.equals(small ? text.toLowerCase(Locale.ROOT) : numeral);
        if (!evenCase || RomanNumber.value(numeral).isEmpty()) {
            return Optional.empty();
        }
        return small ? small(tokens, at, numeral) : capital(tokens, at, numeral);
    }

    /** XIXth */
    private Optional<Match> ordinal(String text) {
        int letters = text.length() - "th".length();
        boolean ends = letters > 1 && (text.endsWith("th") || text.endsWith("st") || text.endsWith("nd")
                || text.endsWith("rd"));
        String numeral = ends ? text.substring(0, letters) : "";
        return ends && numeral.chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0)
                && RomanNumber.value(numeral).isPresent()
                        ? Optional.of(new Match(1, words.ordinal(value(numeral)), Decision.ROMAN_NUMERAL))
                        : Optional.empty();
    }

    /** "I. Introduction", but not the initial of "I. M. Pei". */
    private static boolean isHeading(Tokens tokens, int at) {
        String text = tokens.text(at);
        boolean one = text.equals("I.") || text.equals("V.") || text.equals("X.");
        return at == 0 && one && tokens.isCapitalised(1) && tokens.text(1).length() > 2
                && tokens.size() < LONGEST_HEADING;
    }

    /** Small ones are numerals after the word for what they number, and in brackets: (iv). */
    private Optional<Match> small(Tokens tokens, int at, String numeral) {
        // Not the x of f(x).
        boolean argument = tokens.isGlued(at - 2) && tokens.isWord(at - 2);
        boolean brackets = tokens.isAt(at - 1, "(") && tokens.isGlued(at - 1) && tokens.isAt(at + 1, ")")
                && tokens.isGlued(at) && !argument;
        boolean several = numeral.length() > 1 && numeral.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
        boolean item = at == 0 && tokens.isGlued(at) && tokens.isAt(at + 1, ")");
        return brackets || item || (isCounted(tokens, at) && several)
                ? cardinal(numeral, tokens, at)
                : Optional.empty();
    }

    private Optional<Match> capital(Tokens tokens, int at, String numeral) {
        if (isBeside("ordinal", tokens.text(at + 1))) {
            return numeral.length() > 1 || numeral.equals("V") || numeral.equals("X")
                    ? Optional.of(new Match(1, words.ordinal(value(numeral)), Decision.ROMAN_NUMERAL))
                    : Optional.empty();
        }
        if (isCounted(tokens, at) && (numeral.length() > 1 || "IVX".contains(numeral))) {
            return cardinal(numeral, tokens, at);
        }
        boolean ruler = isRuler(tokens, at);
        if (numeral.length() == 1) {
            boolean first = numeral.equals("I") && (isSaidOfOne(tokens, at) || isSubject(tokens, at));
            boolean other = numeral.equals("V") || numeral.equals("X");
            boolean given = isBeside("given", tokens.text(at - 1))
                    && (numeral.equals("V") || tokens.isAt(at + 1, "of"));
            return (ruler && (first || other)) || (given && other) ? ranked(numeral) : Optional.empty();
        }
        boolean vein = numeral.equals("IV") && isBeside("given-by", tokens.text(at - 1));
        if (vein || !isUnmistakable(numeral) || isBeside("not", tokens.text(at + 1))) {
            return Optional.empty();
        }
        if (ruler || isGivenName(tokens, at)) {
            return ranked(numeral);
        }
        int value = Integer.parseInt(value(numeral));
        return value >= FIRST_YEAR
                ? Optional.of(new Match(1, words.year(value(numeral)), Decision.ROMAN_NUMERAL))
                : cardinal(numeral, tokens, at);
    }

    /** Of more than one letter, and no word or initials: MIX, CIV and DC are not, XIX and MMXXIV are; XXX is a kiss. */
    private static boolean isUnmistakable(String numeral) {
        if (numeral.length() == 2) {
            return COMMON.contains(numeral);
        }
        boolean small = numeral.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
        return (small && !numeral.equals("XXX")) || numeral.length() > 4
                || (numeral.length() == 4 && numeral.startsWith("MM"));
    }

    private boolean isCounted(Tokens tokens, int at) {
        boolean shortForm = tokens.isAt(at - 1, ".") && tokens.isGlued(at - 2);
        String before = tokens.text(shortForm ? at - 2 : at - 1);
        if (before.isEmpty()) {
            return false;
        }
        return isBeside("counted", before) || glossary.names().counted().contains(before)
                || glossary.names().counted().contains(tokens.text(at - 2) + " " + before);
    }

    private boolean isRuler(Tokens tokens, int at) {
        String before = tokens.text(at - 1);
        return glossary.names().ranked().contains(before)
                || glossary.names().ranked().contains(tokens.text(at - 2) + " " + before);
    }

    /** Henry III, John Smith III, Henry Louis Gates III. */
    private boolean isGivenName(Tokens tokens, int at) {
        for (int i = at - 1; i >= at - 3 && tokens.isCapitalised(i); i--) {
            if (isBeside("given", tokens.text(i))) {
                return true;
            }
        }
        return false;
    }

    /** What follows could not follow the pronoun: Elizabeth I of England, Charles I's, James I. */
    private static boolean isSaidOfOne(Tokens tokens, int at) {
        return switch (tokens.text(at + 1)) {
            case "of", "'s", "is", "has", "and", ",", ".", ")", ";", ":", "(", "" -> true;
            default -> false;
        };
    }

    /** "Edward I was king", "when Henry I died": the name begins the clause, and no verb for the pronoun follows. */
    private boolean isSubject(Tokens tokens, int at) {
        return isBeside("verb", tokens.text(at + 1)) && (at == 1 || isBeside("clause", tokens.text(at - 2)));
    }

    private boolean isBeside(String kind, String word) {
        Set<String> known = beside.getOrDefault(kind, Set.of());
        String lower = word.toLowerCase(Locale.ROOT);
        return known.contains(lower)
                || (lower.endsWith("s") && known.contains(lower.substring(0, lower.length() - 1)));
    }

    /** One, or two with a dash between them: Volumes I-III. */
    private Optional<Match> cardinal(String numeral, Tokens tokens, int at) {
        List<String> spoken = new ArrayList<>(words.cardinal(value(numeral)));
        String to = tokens.isDash(at + 1) ? tokens.text(at + 2) : "";
        boolean evenCase = to.equals(to.toUpperCase(Locale.ROOT)) || to.equals(to.toLowerCase(Locale.ROOT));
        boolean range = evenCase && RomanNumber.value(to).isPresent()
                && RomanNumber.value(to).orElseThrow() > RomanNumber.value(numeral).orElseThrow();
        if (range) {
            spoken.add("to");
            spoken.addAll(words.cardinal(value(to)));
        }
        return Optional.of(new Match(range ? 3 : 1, spoken, Decision.ROMAN_NUMERAL));
    }

    private Optional<Match> ranked(String numeral) {
        List<String> spoken = new ArrayList<>(List.of("the"));
        spoken.addAll(words.ordinal(value(numeral)));
        return Optional.of(new Match(1, spoken, Decision.ROMAN_NUMERAL));
    }

    private static String value(String numeral) {
        return String.valueOf(RomanNumber.value(numeral).orElseThrow());
    }
}
