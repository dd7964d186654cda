package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that are said digit by digit, with a pause between the groups: telephone numbers of America (555-123-4567, (555)
 * 123-4567, 1-800-FLOWERS), Britain (020 7946 0958) and abroad (+49 30 1234567), with extensions; social security, card
 * and book numbers; codes of services (*69, *123#).
 */
final class Telephones implements Rule {

    private static final String EXTENSION = "(?:,? ?(?:(?i:extension|ext)\\.?|x) ?(\\d{1,6}))?";
    private static final String END = "(?![\\p{L}\\p{N}])(?![-–/.]\\d)";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){1,5}|\\+\\d{7,15})" + EXTENSION + END),
            Pattern.compile("((?:1[ .-])?\\(\\d{3}\\)[ .-]?\\d{3}[ .-]?\\d{4})" + EXTENSION + END),
            Pattern.compile("((?:1[-. ])?\\d{3}[-. ]\\d{3}[-. ]\\d{4}(?:-\\d{4})?)" + EXTENSION + END),
            Pattern.compile("(\\d{3}-\\d{4})" + EXTENSION + END),
            Pattern.compile("(\\(?0\\d{2,4}\\)?[ -]\\d{3,4}(?:[ -]?\\d{3,4})?)" + EXTENSION + END),
            Pattern.compile("(\\d{3}-\\d{2}-\\d{4})()" + END),
            Pattern.compile("(\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{1,4})()" + END),
            Pattern.compile("(\\d-\\d{2,7}-\\d{2,7}-[\\dX])()" + END),
            Pattern.compile("(97[89][ -]\\d{1,5}[ -]\\d{1,7}[ -]\\d{1,7}[ -]\\d)()" + END));
    private static final Pattern LETTERS = Pattern.compile(
            "(1-)?(8(?:00|33|44|55|66|77|88)|\\d{3})-([A-Z]+(?:-(?:[A-Z]+|\\d{1,4}))*)(?![\\p{L}\\p{N}-])");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}" + END);
    private static final Pattern AMOUNT = Pattern.compile("\\+\\d{1,3}\\.\\d{1,5}");
    private static final Pattern GROUP = Pattern.compile("\\+?\\d+|X");

    private static final Pattern CODE = Pattern.compile("\\*(\\d{2,3})(#?)(?![\\p{L}\\p{N}*#])");

    private final Neighbours neighbours;
    private final NumberWords words;

    Telephones(Neighbours neighbours, NumberWords words) {
        this.neighbours = neighbours;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        if (tokens.isAt(at, "*") && tokens.isGlued(at)) {
            return neighbours.mentions(tokens, Neighbours.Kind.DIALLED)
                    ? tokens.form(CODE, at).flatMap(this::code)
                    : Optional.empty();
        }
        boolean begins = tokens.startsWithDigit(at) || tokens.text(at).startsWith("+") || tokens.isAt(at, "(");
        if (!begins || !tokens.hasFigures() || tokens.isInName(at)) {
            return Optional.empty();
        }
        for (Pattern form : FORMS) {
            Optional<Tokens.Form> number = tokens.form(form, at);
            // Not +2.5.
            if (number.filter(found -> !AMOUNT.matcher(found.match().group()).matches()).isPresent()) {
                return Match.of(Decision.TELEPHONE, number.get().tokens(), read(number.get()));
            }
        }
        return tokens.form(LETTERS, at).flatMap(this::letters).or(() -> tokens.form(DOTTED, at).flatMap(this::dotted));
    }

    private List<String> read(Tokens.Form form) {
        List<String> spoken = new ArrayList<>();
        Matcher groups = GROUP.matcher(form.group(1));
        while (groups.find()) {
            String group = groups.group();
            if (!spoken.isEmpty()) {
                spoken.add(",");
            }
            if (group.equals("X")) {
                spoken.add(group);
                continue;
            }
            if (group.startsWith("+")) {
                spoken.add("plus");
                group = group.substring(1);
            }
            // After the 1 of a long-distance call: "one, eight hundred".
            boolean freephone = (group.equals("800") || group.equals("900"))
                    && (spoken.isEmpty() || spoken.size() == 2);
            spoken.addAll(freephone ? words.label(group) : words.digits(group));
        }
        if (form.has(2)) {
            spoken.addAll(List.of(",", "extension"));
            spoken.addAll(words.digits(form.group(2)));
        }
        return spoken;
    }

    private Optional<Match> code(Tokens.Form form) {
        List<String> spoken = new ArrayList<>(List.of("star"));
        spoken.addAll(form.group(1).length() == 2 ? words.label(form.group(1)) : words.digits(form.group(1)));
        spoken.addAll(form.has(2) ? List.of("pound") : List.of());
        return Match.of(Decision.TELEPHONE, form.tokens(), spoken);
    }

    private Optional<Match> letters(Tokens.Form form) {
        boolean isCall = form.has(1) || form.group(2).startsWith("8");
        if (!isCall) {
            return Optional.empty();
        }
        List<String> spoken = new ArrayList<>(form.has(1) ? List.of("one", ",") : List.of());
        spoken.addAll(form.group(2).endsWith("00") ? words.label(form.group(2)) : words.digits(form.group(2)));
        spoken.add(",");
        for (String part : form.group(3).split("-", -1)) {
            spoken.addAll(Character.isDigit(part.charAt(0)) ? words.digits(part) : List.of(part));
        }
        return Match.of(Decision.TELEPHONE, form.tokens(), spoken);
    }

    private Optional<Match> dotted(Tokens.Form form) {
        List<String> spoken = new ArrayList<>();
        for (String group : form.match().group().split("\\.", -1)) {
            if (!spoken.isEmpty()) {
                spoken.add("dot");
            }
            spoken.addAll(words.digits(group));
        }
        return Match.of(Decision.NETWORK_ADDRESS, form.tokens(), spoken);
    }
}
