package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the expressions of a sentence that are not read as they are written; the first rule that knows one reads it. */
public final class Normalizer {

    private final List<Rule> rules;

    public Normalizer(Glossary glossary, NumberWords words) {
        NumberReader numbers = new NumberReader(words);
        Units units = new Units(words.dialect());
        Rule times = new ClockTimes(words);
        Rule money = new Money(new Currencies(), units, numbers);
        Rule measures = new Measures(units, numbers);
        Rule dates = new Dates(words);
        this.rules = List.of(new NetworkAddresses(words), new Pictures(), new Emoticons(), new Identifiers(),
                new Telephones(words),
                new Addresses(words), new Spans(List.of(times, dates, money, measures)), times, dates,
                new Periods(words), money, new Fractions(units, words), measures, new Ranges(numbers),
                new Mathematics(numbers), new Abbreviations(glossary), new Formulas(words), new Serials(words),
                new PlainNumbers(numbers, words), new RomanNumerals(glossary, words), new ForeignLetters(),
                new Shouting(), new Symbols(glossary));
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
                return match;
            }
        }
        return Optional.empty();
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
