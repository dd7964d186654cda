package dev.sixtyfold.text.english.normalize;

import dev.sixtyfold.text.english.number.Numeral;
import dev.sixtyfold.text.english.token.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a sentence, with the questions that rules ask of them; outside the sentence there is only empty text. They
 * can also be looked at as one line, with a single space where white space stood, so that a rule can describe a form that
 * the tokenizer has taken apart.
 */
final class Tokens {

    /** No expression is longer; what is, is some other thing. */
    private static final int LONGEST_FORM = 80;
    private static final String OPERATORS = "=+×÷<>≤≥≠≈≡^²³*−√∛±∞∑∫π∝∈∀∃";

    private final List<Token> tokens;
    private final String line;
    /** Where each token begins in {@link #line}. */
    private final int[] starts;
    private final boolean hasFigures;
    private final boolean hasOperators;
    /** Looked for once, since a form may be long. */
    private final Map<Pattern, List<MatchResult>> stretches = new HashMap<>();

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
        this.starts = new int[tokens.size() + 1];
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = joined.length();
            joined.append(tokens.get(i).text());
            if (tokens.get(i).spaceAfter()) {
                joined.append(' ');
            }
        }
        starts[tokens.size()] = joined.length() + 1;
        this.line = joined.toString();
        boolean figures = false;
        boolean operators = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            figures |= Character.isDigit(c);
            operators |= OPERATORS.indexOf(c) >= 0;
        }
        this.hasFigures = figures;
        this.hasOperators = operators;
    }

    /** Part of the line that has a certain form, and how many tokens that is. */
    record Form(MatchResult match, int tokens) {

        /** A group's text; empty if it took no part. */
        String group(int group) {
            String text = match.group(group);
            return text == null ? "" : text;
        }

        boolean has(int group) {
            return !group(group).isEmpty();
        }
    }

    /** The form that begins with the token {@code at} and ends with a token, if there is one. */
    Optional<Form> form(Pattern pattern, int at) {
        if (at < 0 || at >= tokens.size()) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(line).region(starts[at], Math.min(line.length(), starts[at] + LONGEST_FORM))
                .useTransparentBounds(true).useAnchoringBounds(false);
        return matcher.lookingAt() ? whole(matcher.toMatchResult(), at) : Optional.empty();
    }

    private Optional<Form> whole(MatchResult match, int at) {
        for (int last = at; last < tokens.size() && starts[last] < match.end(); last++) {
            int end = starts[last] + text(last).length();
            // The stop of "5 V." and "20°C." is the sentence's.
            boolean stop = end == match.end() + 1 && last + 1 == tokens.size() && text(last).endsWith(".");
            if (end == match.end() || stop) {
                return Optional.of(new Form(match, last - at + 1));
            }
        }
        return Optional.empty();
    }

    /** Whether the token is the sign that begins or ends a stretch of the line with this form. */
    boolean isBetweenSigns(Pattern pattern, int at) {
        for (MatchResult stretch : stretches.computeIfAbsent(pattern, this::stretches)) {
            boolean inside = starts[at] >= stretch.start() && starts[at] < stretch.end();
            if (inside && text(at).charAt(0) == line.charAt(stretch.start())) {
                return true;
            }
        }
        return false;
    }

    private List<MatchResult> stretches(Pattern pattern) {
        return pattern.matcher(line).results().toList();
    }

    /** Whether any token has a figure: most rules are about figures, and most sentences have none. */
    boolean hasFigures() {
        return hasFigures;
    }

    /** Whether any token has a sign of mathematics; few sentences do. */
    boolean hasOperators() {
        return hasOperators;
    }

    boolean startsWithDigit(int at) {
        return !text(at).isEmpty() && tokens.get(at).startsWithDigit();
    }

    /** Whether the token begins with a digit, or with a sign or a point and a digit. */
    boolean startsNumber(int at) {
        String text = text(at);
        return startsWithDigit(at) || (text.startsWith("-.") && text.length() > 2 && Character.isDigit(text.charAt(2)))
                || (text.length() > 1 && "+-−.".indexOf(text.charAt(0)) >= 0 && Character.isDigit(text.charAt(1)));
    }

    /** Whether a hyphen ties the token to what stands before it: the 52 of B-52. */
    boolean isInName(int at) {
        String before = isGlued(at - 1) && isDash(at - 1) && isGlued(at - 2) ? text(at - 2) : "";
        return !before.isEmpty() && Character.isLetterOrDigit(before.codePointBefore(before.length()));
    }

    /** Whether the token, a double quote after a number, closes a quotation rather than saying inches. */
    boolean isClosingQuote(int at) {
        int before = 0;
        int all = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if ("\"“”".contains(text(i)) && (i == at || !isInchMark(i))) {
                all++;
                before += i < at ? 1 : 0;
            }
        }
        return before % 2 == 1 && all % 2 == 0;
    }

    /** 8.5" x 11": after a figure and before a space; a quotation is opened the other way round. */
    private boolean isInchMark(int at) {
        String before = isGlued(at - 1) ? text(at - 1) : "";
        return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1)) && at + 1 < tokens.size()
                && !isGlued(at);
    }

    /** Whether white space stands before the token. */
    boolean isSpacedFrom(int at) {
        return at > 0 && at < tokens.size() && tokens.get(at - 1).spaceAfter();
    }

    String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    String lower(int at) {
        return text(at).toLowerCase(Locale.ROOT);
    }

    int size() {
        return tokens.size();
    }

    boolean isAt(int at, String text) {
        return text(at).equals(text);
    }

    /** Whether nothing stands between the token and the next one. */
    boolean isGlued(int at) {
        return at >= 0 && at + 1 < tokens.size() && !tokens.get(at).spaceAfter();
    }

    boolean isCapitalised(int at) {
        return !text(at).isEmpty() && tokens.get(at).isCapitalised();
    }

    /** Whether the token is a word or begins like one. */
    boolean isWord(int at) {
        return !text(at).isEmpty() && Character.isLetter(tokens.get(at).first());
    }

    Optional<Numeral> numeral(int at) {
        return text(at).isEmpty() ? Optional.empty() : Numeral.parse(text(at));
    }

    /** A plain whole number from {@code least} to {@code most}, of at most four figures. */
    Optional<Numeral> integer(int at, int least, int most) {
        return numeral(at).filter(numeral -> numeral.isInteger() && numeral.sign().isEmpty() && !numeral.grouped()
                && numeral.whole().length() <= 4 && Integer.parseInt(numeral.whole()) >= least
                && Integer.parseInt(numeral.whole()) <= most);
    }

    /** Whether the sentence has at least {@code words} words of two letters or more, and none with a small letter. */
    boolean isShouted(int words) {
        int capitals = 0;
        for (Token token : tokens) {
            if (token.text().length() > 1 && Character.isLetter(token.first())) {
                boolean small = token.text().chars().anyMatch(Character::isLowerCase);
                if (small) {
                    return false;
                }
                capitals++;
            }
        }
        return capitals >= words;
    }

    boolean isDash(int at) {
        return switch (text(at)) {
            case "-", "–", "‑", "‐", "−" -> true;
            default -> false;
        };
    }

    /** The words among the {@code count} tokens before {@code at}, nearest first, in lower case. */
    List<String> wordsBefore(int at, int count) {
        List<String> words = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - count); i--) {
            if (isWord(i)) {
                words.add(lower(i));
            }
        }
        return words;
    }
}
