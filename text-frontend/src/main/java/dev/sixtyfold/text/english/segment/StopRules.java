package dev.sixtyfold.text.english.segment;

import dev.sixtyfold.text.english.segment.FullStops.Kind;
import dev.sixtyfold.text.english.token.GluedWord;
import java.util.Locale;

/** Whether marks such as a full stop end a sentence, by the words on both sides. */
final class StopRules {

    /** A sentence without any capital is ended by a full stop only once it has so many words. */
    private static final int WORDS_IN_LOWER_CASE = 3;
    /** After so many words a title begins a sentence rather than a name: "until 6 p.m. Mr. Smith left". */
    private static final int WORDS_OF_A_CLAUSE = 5;

    /** At, 6, a, m. */
    private static final int WORDS_OF_AN_OPENING = 4;

    private final FullStops stops = FullStops.load();

    /**
     * Whether the marks end the sentence.
     *
     * @param mark
     *            the first of them
     * @param end
     *            after the last of them, and after the quotes and brackets that they close
     */
    boolean isEnd(Scan scan, int mark, int end) {
        for (int at = mark; at < end; at++) {
            if (Characters.isStrongStop(scan.text.at(at))) {
                return true;
            }
        }
        if (!scan.text.has(end)) {
            return true;
        }
        if (!Characters.isSpace(scan.text.at(end))) {
            return isGluedEnd(scan, mark, end);
        }
        int nextStart = scan.wordStart(end);
        if (!scan.text.has(nextStart)) {
            return true;
        }
        char first = scan.text.at(nextStart);
        if (isFactorial(scan, mark, end, first)) {
            return false;
        }
        // The edge of a cell ends it by itself, a paragraph of a law belongs to the act before it, and a sum goes on.
        if ("|§+=&".indexOf(first) >= 0) {
            return !isFullStop(scan, mark, end) || !isAbbreviated(scan.wordBefore(mark));
        }
        boolean fullStop = isFullStop(scan, mark, end);
        boolean ellipsis = !fullStop && (scan.text.at(mark) == '.' || scan.text.at(mark) == '…');
        if (Character.isLowerCase(first) && !isCamelCase(scan, nextStart)) {
            return !ellipsis && isEndInLowerCase(scan, mark, end, fullStop);
        }
        if (isQuoteOfSpeaker(scan, end, nextStart)) {
            return false;
        }
        if (fullStop) {
            return isEndOfWord(scan, mark, nextStart);
        }
        if (ellipsis) {
            // "Well … I think so": the one word that says nothing by its capital.
            String next = scan.wordAt(nextStart);
            return !(next.equals("I") || next.startsWith("I'"));
        }
        String before = Scan.lower(scan.wordBefore(mark));
        return !stops.is(Kind.MARKED_NAME, before) || isStart(scan, nextStart);
    }

    /** Whether the mark follows a whole word of prose, rather than something short or a name. */
    boolean isAfterProse(Lookahead text, int mark) {
        String near = text.text(Math.max(0, mark - GluedWord.LONGEST - 1), mark);
        String word = GluedWord.before(near, 0, near.length());
        return GluedWord.isProse(word) && !stops.isShortForm(word);
    }

    /** "5! = 120", "n! grows": the mark belongs to a formula. */
    private static boolean isFactorial(Scan scan, int mark, int end, char next) {
        if (scan.text.at(mark) != '!' || end != mark + 1) {
            return false;
        }
        String before = scan.wordBefore(mark);
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean operand = last == ')' || Character.isDigit(last) || (before.length() == 1 && Character.isLetter(last));
        return operand && (Characters.isOperator(next) || (before.equals("n") && Character.isLowerCase(next)));
    }

    private static boolean isFullStop(Scan scan, int mark, int end) {
        return scan.text.at(mark) == '.' && (mark + 1 == end || !Characters.isStop(scan.text.at(mark + 1)))
                && !(mark + 2 < end && scan.text.at(mark + 1) == ' ');
    }

    /** "He left.She stayed": somebody forgot a space; but "Node.js", "a.b", "U.S.A", "3.5" did not. */
    private boolean isGluedEnd(Scan scan, int mark, int end) {
        char after = scan.text.at(end);
        if (!Character.isUpperCase(after)) {
            return false;
        }
        String before = scan.wordBefore(mark);
        if (before.length() < 2 || !before.chars().allMatch(Character::isLowerCase)) {
            return false;
        }
        return scan.text.at(mark) != '.' || isStart(scan, end);
    }

    /** iPhone begins a sentence as it is. */
    private static boolean isCamelCase(Scan scan, int start) {
        return scan.text.has(start + 1) && Character.isUpperCase(scan.text.at(start + 1));
    }

    /** A small letter follows: the sentence goes on, unless it has no capital either. */
    private boolean isEndInLowerCase(Scan scan, int mark, int end, boolean fullStop) {
        boolean quoted = Characters.isClosing(scan.text.at(end - 1));
        if (!scan.isLowerCase() || quoted) {
            return false;
        }
        if (!fullStop) {
            return scan.words() > 1 || !scan.wordBefore(mark).isEmpty();
        }
        String word = scan.wordBefore(mark);
        return scan.words() >= WORDS_IN_LOWER_CASE && word.length() > 1 && word.indexOf('.') < 0
                && !stops.isShortForm(word) && word.chars().anyMatch(Character::isLetter);
    }

    /** '"I can't!" Bob said': the sentence is Bob's. */
    private boolean isQuoteOfSpeaker(Scan scan, int end, int nextStart) {
        if (!Characters.isClosingQuote(scan.text.at(end - 1))) {
            return false;
        }
        String speaker = scan.wordAt(nextStart);
        int verb = nextStart + speaker.length();
        return !speaker.isEmpty() && scan.text.has(verb) && scan.text.at(verb) == ' '
                && stops.is(Kind.SPEECH, scan.wordAt(verb + 1));
    }

    /** A full stop, and no small letter follows. */
    private boolean isEndOfWord(Scan scan, int mark, int nextStart) {
        String word = scan.wordBefore(mark);
        String lower = Scan.lower(word);
        char first = scan.text.at(nextStart);
        if (isCounter(word) && scan.isFirstWord(mark)) {
            return false;
        }
        if (stops.is(Kind.TITLE, lower)) {
            String next = Scan.lower(scan.wordAt(nextStart));
            return stops.is(Kind.START, next) && !stops.is(Kind.NAME, next);
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I")) {
            return isStart(scan, nextStart) || !Character.isLetterOrDigit(first)
                    || isTitleAfterClause(scan, nextStart);
        }
        // "Pub. L. 104-191" is a law, and no pub.
        boolean law = word.equals("Pub") && scan.wordAt(nextStart).equals("L.");
        if (law || stops.is(Kind.LINK, lower)) {
            return false;
        }
        if (stops.is(Kind.NUMBERED, lower)) {
            return !Character.isDigit(first) && !isRomanNumeral(scan.wordAt(nextStart))
                    && !isRomanLetter(scan, nextStart);
        }
        if (stops.is(Kind.CLOCK, lower)) {
            String next = Scan.lower(scan.wordAt(nextStart));
            // "At 6 a.m. I left": nothing has been said yet.
            boolean opening = scan.words() <= WORDS_OF_AN_OPENING && isPreposition(Scan.lower(scan.wordAt(scan.start)));
            return !opening && Character.isUpperCase(first) && !stops.is(Kind.CLOCK_NEXT, next)
                    && (!stops.is(Kind.TITLE, next) || scan.words() > WORDS_OF_A_CLAUSE);
        }
        if (stops.is(Kind.LIST, lower)) {
            return Character.isUpperCase(first);
        }
        if (stops.is(Kind.INSIDE, lower) || (isInitials(word) && !word.equals("I"))) {
            return isStart(scan, nextStart) || !Character.isLetterOrDigit(first)
                    || isTitleAfterClause(scan, nextStart);
        }
        return true;
    }

    private boolean isTitleAfterClause(Scan scan, int nextStart) {
        return scan.words() > WORDS_OF_A_CLAUSE && stops.is(Kind.TITLE, Scan.lower(scan.wordAt(nextStart)));
    }

    private boolean isStart(Scan scan, int at) {
        return stops.is(Kind.START, Scan.lower(scan.wordAt(at)));
    }

    private static boolean isPreposition(String word) {
        return switch (word) {
            case "at", "by", "until", "till", "from", "around", "about", "after", "before", "since", "between" -> true;
            default -> false;
        };
    }

    private boolean isAbbreviated(String word) {
        return isInitials(word) || stops.isShortForm(Scan.lower(word));
    }

    /** J, b, J.A */
    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (i % 2 == 0 ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    /** "2." or "iv." or "3.1." before an item of a list. */
    private static boolean isCounter(String word) {
        boolean figures = !word.isEmpty() && word.length() <= 6 && Character.isDigit(word.charAt(0))
                && word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        boolean shortFigures = figures && word.chars().filter(Character::isDigit).count() <= 3;
        boolean small = word.chars().allMatch(Character::isLowerCase);
        return shortFigures || word.equals("I") || isRomanNumeral(small ? word.toUpperCase(Locale.ROOT) : word);
    }

    /** The I of "Art. I, § 8": no sentence goes on with a comma there. */
    private static boolean isRomanLetter(Scan scan, int at) {
        return "IVX".indexOf(scan.text.at(at)) >= 0 && scan.text.has(at + 1) && scan.text.at(at + 1) == ',';
    }

    /** II, IV, XIX; the letter I alone is the word more often. */
    private static boolean isRomanNumeral(String word) {
        return word.length() > 1 && word.length() <= 6 && word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0);
    }
}
