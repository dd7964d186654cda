package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people weigh in Britain: 13 st 4 lb; and 13 st. where somebody weighs something, for "st" is a street too. */
final class BodyWeights implements Rule {

    private static final Pattern STONE = Pattern.compile(
            "(\\d{1,2})(½)? ?st(?:\\.|(?![\\p{L}\\p{N}]))(?:,? ?(\\d{1,2})(½)? ?(?:lbs?|pounds?)(?:\\.(?= )|(?![\\p{L}\\p{N}])))?");

    private final Neighbours neighbours;
    private final NumberWords words;

    BodyWeights(Neighbours neighbours, NumberWords words) {
        this.neighbours = neighbours;
        this.words = words;
    }

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        return tokens.startsWithDigit(at) && !tokens.isInName(at)
                ? tokens.form(STONE, at)
                        .filter(form -> form.has(3) || neighbours.mentions(tokens, Neighbours.Kind.WEIGHING))
                        .flatMap(form -> weight(form, tokens, at))
                : Optional.empty();
    }

    private Optional<Match> weight(Tokens.Form form, Tokens tokens, int at) {
        List<String> spoken = amount(form.group(1), form.has(2));
        spoken.add("stone");
        if (form.has(3)) {
            spoken.addAll(amount(form.group(3), form.has(4)));
            spoken.add(form.group(3).equals("1") ? "pound" : "pounds");
        }
        // The stop of the last word is the sentence's too.
        int last = at + form.tokens() - 1;
        boolean sentences = last + 1 == tokens.size() && tokens.isAt(last, ".");
        return Match.of(Decision.MEASURE, sentences ? form.tokens() - 1 : form.tokens(), spoken);
    }

    private List<String> amount(String figures, boolean half) {
        List<String> spoken = new ArrayList<>(words.cardinal(figures));
        spoken.addAll(half ? List.of("and", "a", "half") : List.of());
        return spoken;
    }
}
