package dev.sixtyfold.text.english.pronounce;

import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.reading.Decision;
import java.util.List;

/** Where the word "a" is the letter rather than the article: a + b, b = a, let a be 3, a and b are, the variable a. */
final class LetterNames {

    private static final String OPERATORS = "=+-−×÷<>≤≥≠≈^!*";

    private LetterNames() {}

    /** The words of a term; in a formula there are no articles, and the letter is written large. */
    static List<String> written(Term term) {
        return term.rule() == Decision.MATHEMATICS && term.words().contains("a")
                ? term.words().stream().map(word -> word.equals("a") ? "A" : word).toList()
                : term.words();
    }

    static boolean isLetter(List<Term> terms, int at) {
        Term term = terms.get(at);
        return term.isAsWritten() && term.token().text().equals("a")
                && (isBeforeSign(terms, at) || isAfterSign(terms, at) || isSubject(terms, at)
                        || isNamed(text(terms, at - 1)));
    }

    private static boolean isBeforeSign(List<Term> terms, int at) {
        return isSign(terms, at + 1);
    }

    /** The article can stand there too: "x = a number". */
    private static boolean isAfterSign(List<Term> terms, int at) {
        String next = text(terms, at + 1);
        return isSign(terms, at - 1) && (next.isEmpty() || !Character.isLetterOrDigit(next.codePointAt(0)));
    }

    private static boolean isSign(List<Term> terms, int at) {
        return at >= 0 && at < terms.size() && terms.get(at).rule() == Decision.MATHEMATICS
                && OPERATORS.indexOf(text(terms, at).charAt(0)) >= 0;
    }

    /** No article comes before a verb, nor before a word that joins two letters. */
    private static boolean isSubject(List<Term> terms, int at) {
        return switch (text(terms, at + 1)) {
            case "be", "is", "equals", "divides" -> true;
            case "and", "or", "," -> {
                String other = text(terms, at + 2);
                yield other.length() == 1 && other.charAt(0) > 'a' && other.charAt(0) <= 'z';
            }
            default -> false;
        };
    }

    private static boolean isNamed(String before) {
        return switch (before) {
            case "variable", "letter", "parameter", "coefficient", "constant", "vowel" -> true;
            default -> false;
        };
    }

    private static String text(List<Term> terms, int at) {
        return at >= 0 && at < terms.size() ? terms.get(at).token().text() : "";
    }
}
