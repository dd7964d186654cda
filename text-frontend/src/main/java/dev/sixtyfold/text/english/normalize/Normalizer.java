package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.NumberReader;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the expressions of a sentence that are not read as they are written; the first rule that knows one reads it. */
public final class Normalizer {

    private final List<Rule> rules;
    private final NumberWords words;

    /**
     * A normalizer of one dialect.
     *
     * @param isWord
     *            whether the lexicon has a word in lower case
     */
    public Normalizer(Glossary glossary, Predicate<String> isWord, NumberWords words) {
        this.words = words;
        NumberReader numbers = new NumberReader(words);
        Units units = new Units(words.dialect());
        Currencies currencies = new Currencies();
        Rule times = new ClockTimes(words);
        Neighbours neighbours = new Neighbours();
        Rule money = new Money(currencies, units, neighbours, numbers);
        Rule measures = new Measures(units, neighbours, numbers);
        Rule dates = new Dates(words);
        this.rules = List.of(new NetworkAddresses(new AddressSpelling(isWord, words)), new Pictures(), new Emoticons(),
                new Latex(words), new Identifiers(words),
                new Telephones(neighbours, words), new Versions(words), new Reporters(words), new Citations(words),
                new Roads(),
                new Addresses(words), new Spans(List.of(times, dates, money, measures)), times, dates,
                new Countdowns(units, words), new BodyWeights(neighbours, words), new ContextUnits(neighbours, numbers),
                new ShortCounts(neighbours, numbers), new Multiples(units, words), new Periods(words), money,
                new Fractions(units, neighbours, measures, words), measures,
                new BloodTypes(), new Verses(words), new Ranges(neighbours, numbers),
                new Factorials(), new Mathematics(units, numbers), new Abbreviations(glossary, words),
                new Formulas(words),
                new Serials(words),
                new PlainNumbers(neighbours, numbers, words), new RomanNumerals(glossary, words), new ForeignLetters(),
                new Shouting(), new Symbols(glossary, currencies));
    }

    /** What reads parts of a text as they are said to be. */
    public SayAs sayAs() {
        return new SayAs(this, words);
    }

    /** The tokens of one sentence as terms, in order; each token is in one term. */
    public List<Term> normalize(List<Token> sentence) {
        return normalize(sentence, List.of());
    }

    /**
     * The same where some readings are given.
     *
     * @param given
     *            in order, none reaching into another; no token crosses their borders
     */
    public List<Term> normalize(List<Token> sentence, List<Given> given) {
        Tokens tokens = new Tokens(sentence);
        List<Term> terms = new ArrayList<>(sentence.size());
        int next = 0;
        int at = 0;
        while (at < sentence.size()) {
            while (next < given.size() && given.get(next).end() <= sentence.get(at).start()) {
                next++;
            }
            int free = next < given.size() ? firstFrom(sentence, at, given.get(next).start()) : sentence.size();
            if (free == at) {
                int end = firstFrom(sentence, at + 1, given.get(next).end());
                terms.add(term(sentence.subList(at, end), given.get(next).words(), Decision.MARKUP, given.get(next)));
                at = end;
                continue;
            }
            Optional<Rule.Match> match = match(tokens, at);
            if (match.isEmpty() || at + match.get().tokens() > free) {
                terms.add(Term.asWritten(sentence.get(at)));
                at++;
            } else {
                int end = at + match.get().tokens();
                terms.add(term(sentence.subList(at, end), match.get().words(), match.get().kind(), null));
                at = end;
            }
        }
        return terms;
    }

    /** The words that a rule of that kind reads the tokens as, if one reads all of them as one expression. */
    Optional<List<String>> readAs(Decision kind, List<Token> tokens) {
        Tokens expression = new Tokens(tokens);
        for (Rule rule : rules) {
            Optional<Rule.Match> match = rule.match(expression, 0);
            if (match.isPresent() && match.get().tokens() == tokens.size() && match.get().kind() == kind) {
                return match.map(Rule.Match::words);
            }
        }
        return Optional.empty();
    }

    /** The first token from {@code at} on that begins at {@code unit} or later. */
    private static int firstFrom(List<Token> sentence, int at, int unit) {
        int first = at;
        while (first < sentence.size() && sentence.get(first).start() < unit) {
            first++;
        }
        return first;
    }

    private static Term term(List<Token> expression, List<String> words, Decision kind, @Nullable Given given) {
        return new Term(join(expression), expression.stream().map(Token::text).toList(), words, kind, given);
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
