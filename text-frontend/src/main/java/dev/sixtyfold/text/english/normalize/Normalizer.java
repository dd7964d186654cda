package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the expressions of a sentence that are not read as they are written; the first rule that knows one reads it. */
public final class Normalizer {

    private final List<Rule> rules;

    public Normalizer(Glossary glossary, NumberWords words) {
        NumberReader numbers = new NumberReader(words);
        this.rules = List.of(new NetworkAddresses(words), new Pictures(), new Identifiers(), new Formulas(words),
                new ForeignLetters(), new ClockTimes(words), new Dates(glossary, words), new Money(glossary, numbers),
                new PhoneNumbers(words), new Fractions(words), new Ranges(numbers), new Measures(glossary, numbers),
                new PlainNumbers(numbers, words), new RomanNumerals(glossary, words), new Abbreviations(glossary),
                new Symbols(glossary));
    }

    /** The tokens of one sentence as terms, in order; each token is in one term. */
    public List<Term> normalize(List<Token> sentence) {
        Tokens tokens = new Tokens(sentence);
        List<Term> terms = new ArrayList<>(sentence.size());
        int at = 0;
        while (at < sentence.size()) {
            Optional<Rule.Match> match = match(tokens, at);
            if (match.isEmpty()) {
                terms.add(Term.asWritten(sentence.get(at)));
                at++;
            } else {
                int end = at + match.get().tokens();
                List<Token> expression = sentence.subList(at, end);
                terms.add(new Term(join(expression), expression.stream().map(Token::text).toList(), match.get().words(),
                        match.get().kind()));
                at = end;
            }
        }
        return terms;
    }

    private Optional<Rule.Match> match(Tokens tokens, int at) {
        for (Rule rule : rules) {
            Optional<Rule.Match> match = rule.match(tokens, at);
            if (match.isPresent()) {
                return match.map(found -> found.of(kind(rule, found)));
            }
        }
        return Optional.empty();
    }

    /** What a rule says of its match; where it only says that it is a number, what the rule itself is for. */
    private static Decision kind(Rule rule, Rule.Match match) {
        if (match.kind() != Decision.NUMBER) {
            return match.kind();
        }
        return switch (rule) {
            case ClockTimes times -> Decision.TIME;
            case Dates dates -> Decision.DATE;
            case Money money -> Decision.MONEY;
            case PhoneNumbers numbers -> Decision.TELEPHONE;
            case Fractions fractions -> Decision.FRACTION;
            case Ranges ranges -> Decision.RANGE;
            case Measures measures -> Decision.MEASURE;
            case RomanNumerals numerals -> Decision.ROMAN_NUMERAL;
            default -> match.kind();
        };
    }

    private static Token join(List<Token> tokens) {
        if (tokens.size() == 1) {
            return tokens.getFirst();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean space = i > 0 && tokens.get(i - 1).spaceAfter();
            text.append(space ? " " : "").append(tokens.get(i).text());
        }
        return new Token(text.toString(), tokens.getFirst().start(), tokens.getLast().end(),
                tokens.getLast().spaceAfter());
    }
}
