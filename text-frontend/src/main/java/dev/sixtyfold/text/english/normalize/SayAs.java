package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.token.Token;
import dev.sixtyfold.text.markup.Instruction;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What SSML's {@code say-as} asks for: the kinds of W3C's note on it and of the services that people come from. The rule
 * that would read such an expression in running text reads it if it can.
 */
public final class SayAs {

    private final Normalizer normalizer;
    private final NumberWords words;
    private final SayAsDate dates;

    SayAs(Normalizer normalizer, NumberWords words) {
        this.normalizer = normalizer;
        this.words = words;
        this.dates = new SayAsDate(words);
    }

    /** Whether there is such a kind. */
    public static boolean isKind(String interpretAs) {
        return switch (interpretAs) {
            case "cardinal", "number", "ordinal", "digits", "characters", "spell-out", "verbatim", "letters", "date",
                    "time", "telephone", "address", "unit", "measure", "fraction", "currency", "money", "expletive",
                    "bleep" ->
                true;
            default -> false;
        };
    }

    /** Whether the kind is read character by character, with the letters by their names. */
    public static boolean isSpelled(String interpretAs) {
        return switch (interpretAs) {
            case "characters", "spell-out", "verbatim", "letters" -> true;
            default -> false;
        };
    }

    /**
     * The words, or nothing if what is written is not of that kind.
     *
     * @param tokens
     *            of {@code written}
     */
    public Optional<List<String>> read(Instruction.SayAs asked, String written, List<Token> tokens) {
        String text = written.strip();
        return switch (asked.interpretAs()) {
            case "cardinal", "number" -> cardinal(text);
            case "ordinal" -> whole(text).map(words::ordinal);
            case "digits" -> digits(text);
            case "characters", "spell-out", "verbatim", "letters" -> spelled(text);
            case "date" -> asked.format().isEmpty() && asked.detail().isEmpty()
                    ? normalizer.readAs(Decision.DATE, tokens).or(() -> dates.read(text, "", ""))
                    : dates.read(text, asked.format(), asked.detail());
            case "time" -> normalizer.readAs(Decision.TIME, tokens).or(() -> SayAsTime.read(text, words));
            case "telephone" -> normalizer.readAs(Decision.TELEPHONE, tokens).or(() -> telephone(text));
            case "address" -> normalizer.readAs(Decision.ADDRESS, tokens);
            case "unit", "measure" -> normalizer.readAs(Decision.MEASURE, tokens);
            case "fraction" -> normalizer.readAs(Decision.FRACTION, tokens).or(() -> fraction(text));
            case "currency", "money" -> normalizer.readAs(Decision.MONEY, tokens);
            case "expletive", "bleep" -> Optional.of(List.of("bleep"));
            default -> Optional.empty();
        };
    }

    private Optional<List<String>> cardinal(String text) {
        String sign = text.startsWith("-") || text.startsWith("−") ? "minus" : text.startsWith("+") ? "plus" : "";
        String number = (sign.isEmpty() ? text : text.substring(1)).replace(",", "");
        int point = number.indexOf('.');
        Optional<List<String>> read = point < 0
                ? whole(number).map(words::cardinal)
                : isDigits(number.substring(point + 1)) && (point == 0 || isDigits(number.substring(0, point)))
                        ? Optional.of(words.decimal(number.substring(0, point), number.substring(point + 1)))
                        : Optional.empty();
        return read.map(spoken -> sign.isEmpty() ? spoken : joined(List.of(sign), spoken));
    }

    /** The digits of a whole number: 1,234; 3rd; XIV. */
    private static Optional<String> whole(String text) {
        String number = text.replace(",", "");
        String lower = number.toLowerCase(Locale.ROOT);
        for (String ending : List.of("st", "nd", "rd", "th")) {
            if (lower.endsWith(ending)) {
                number = number.substring(0, number.length() - 2);
            }
        }
        if (isDigits(number)) {
            String significant = number.replaceFirst("^0+(?=\\d)", "");
            return Optional.of(significant);
        }
        return RomanNumber.value(number).map(String::valueOf);
    }

    private Optional<List<String>> digits(String text) {
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                spoken.addAll(words.digits(String.valueOf(Character.digit(c, 10))));
            } else if (c == '.') {
                spoken.add("point");
            } else if (Character.isLetter(c)) {
                return Optional.empty();
            }
        }
        return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken);
    }

    /** Letters in capitals, which the lexicon has by their names; figures and signs by theirs. */
    private Optional<List<String>> spelled(String text) {
        List<String> spoken = new ArrayList<>();
        String letters = java.text.Normalizer.normalize(text, Form.NFKD);
        letters.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                spoken.addAll(words.digits(String.valueOf(Character.digit(c, 10))));
            } else if (Character.isLetter(c)) {
                spoken.add(Character.toString(Character.toUpperCase(c)));
            } else {
                spoken.addAll(sign(c));
            }
        });
        return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken);
    }

    private List<String> sign(int c) {
        String name = switch (c) {
            case '.' -> "dot";
            case ',' -> "comma";
            case ':' -> "colon";
            case ';' -> "semicolon";
            case '-', '–', '—' -> "dash";
            case '_' -> "underscore";
            case '/' -> "slash";
            case '\\' -> "backslash";
            case '\'', '’' -> "apostrophe";
            case '"' -> "quote";
            case '!' -> "exclamation mark";
            case '?' -> "question mark";
            case '(' -> "open parenthesis";
            case ')' -> "close parenthesis";
            case '*' -> "star";
            case '#' -> "hash";
            case '@' -> "at";
            case '+' -> "plus";
            case '=' -> "equals";
            case '&' -> "ampersand";
            case '%' -> "percent";
            default -> "";
        };
        if (!name.isEmpty()) {
            return List.of(name.split(" ", -1));
        }
        return Character.isWhitespace(c)
                ? List.of()
                : normalizer.readAs(Decision.SYMBOL, List.of(new Token(Character.toString(c), 0, 1, true)))
                        .orElse(List.of());
    }

    /** Figure by figure, groups apart; a plus in front, letters of an extension or a word as they are. */
    private Optional<List<String>> telephone(String text) {
        List<String> spoken = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                boolean group = at > 0 && !Character.isDigit(text.charAt(at - 1)) && !spoken.isEmpty()
                        && !spoken.getLast().equals("plus");
                spoken.addAll(group ? List.of(",") : List.of());
                spoken.addAll(words.digits(String.valueOf(c)));
            } else if (c == '+') {
                spoken.add("plus");
            } else if (c == '#' || c == '*') {
                spoken.addAll(c == '#' ? List.of("pound") : List.of("star"));
            } else if (Character.isLetter(c)) {
                int end = at;
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end);
                spoken.add(word.equalsIgnoreCase("x") || word.equalsIgnoreCase("ext") ? "extension" : word);
                at = end - 1;
            }
            at++;
        }
        return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken);
    }

    /** 3/4; 1 1/2; 1+1/2. */
    private Optional<List<String>> fraction(String text) {
        int slash = Math.max(text.indexOf('/'), text.indexOf('⁄'));
        if (slash < 0) {
            return Optional.empty();
        }
        int border = Math.max(text.lastIndexOf(' ', slash), text.lastIndexOf('+', slash));
        String whole = border < 0 ? "" : text.substring(0, border).strip();
        String above = text.substring(border + 1, slash).strip();
        String below = text.substring(slash + 1).strip();
        if (!isDigits(above) || !isDigits(below) || !(whole.isEmpty() || isDigits(whole))) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>();
        if (!whole.isEmpty()) {
            spoken.addAll(words.cardinal(whole));
            spoken.add("and");
        }
        boolean several = !above.equals("1");
        spoken.addAll(words.cardinal(above));
        switch (below) {
            case "2" -> spoken.add(several ? "halves" : "half");
            case "4" -> spoken.add(several ? "quarters" : "quarter");
            default -> {
                spoken.addAll(words.ordinal(below));
                spoken.set(spoken.size() - 1, spoken.getLast() + (several ? "s" : ""));
            }
        }
        return Optional.of(spoken);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
