package dev.sixtyfold.text.english.token;

import dev.sixtyfold.text.english.token.Layout.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the marks of {@link Layout} in one pass from left to right. */
final class LayoutScanner {

    /** A longer address or tag is taken for text, so that no search goes far. */
    private static final int LONGEST_TARGET = 512;
    private static final int LONGEST_TAG = 200;
    private static final int MOST_HEADING_MARKS = 6;
    private static final int FEWEST_RULE_MARKS = 3;

    private static final Set<String> TAGS = Set.of("a", "b", "br", "blockquote", "center", "code", "del", "details",
            "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol",
            "p", "pre", "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead",
            "tr", "u", "ul");

    private final String text;
    private final int start;
    private final int end;
    private final @Nullable Part[] parts;
    private final FootnoteMarks notes;
    private boolean inCode;
    /** Brackets that a link may begin with. */
    private final Deque<Integer> open = new ArrayDeque<>();

    LayoutScanner(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.parts = new Part[end - start];
        this.notes = new FootnoteMarks(text, start, end);
    }

    @Nullable
    Part[] scan() {
        int at = start;
        boolean lineStart = true;
        while (at < end) {
            if (lineStart) {
                at = lineStart(at);
                lineStart = false;
                continue;
            }
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' || c == '\u2028') {
                lineStart = true;
                at++;
            } else {
                at = inline(c, at);
            }
        }
        return parts;
    }

    /** Hides the marks that a line begins with, or all of it; returns where the rest begins. */
    private int lineStart(int from) {
        int at = skipSpaces(from);
        if (at < end && isRuleMark(text.charAt(at))) {
            int lineEnd = lineEnd(at);
            if (isRule(at, lineEnd)) {
                return hide(at, lineEnd, Part.RULE);
            }
            if (isCellRule(at, lineEnd)) {
                return hide(at, lineEnd, Part.TABLE);
            }
            if (text.charAt(at) == '|') {
                return hide(at, at + run(at), Part.TABLE);
            }
            if (run(at) >= FEWEST_RULE_MARKS && (text.charAt(at) == '`' || text.charAt(at) == '~')) {
                boolean oneLine = text.indexOf('`', at + run(at), lineEnd) >= 0;
                return oneLine ? at : hide(at, lineEnd, Part.FENCE);
            }
        }
        while (at < end && text.charAt(at) == '>' && isSpaceOrEnd(at + run(at))) {
            at = skipSpaces(hide(at, at + run(at), Part.QUOTE));
        }
        if (at < end && text.charAt(at) == '#' && run(at) <= MOST_HEADING_MARKS && isSpaceOrEnd(at + run(at))) {
            return hide(at, at + run(at), Part.HEADING);
        }
        return at < end && isItemMark(at) ? item(at) : at;
    }

    private boolean isItemMark(int at) {
        return switch (text.charAt(at)) {
            case '•', '‣', '◦', '▪' -> true;
            // "+ 5" is a sum.
            case '+' -> isSpace(at + 1) && at + 2 < end && Character.isLetter(text.charAt(at + 2));
            case '*', '-' -> isSpace(at + 1);
            default -> false;
        };
    }

    /** An item may have a box to tick. */
    private int item(int at) {
        int next = skipSpaces(hide(at, at + 1, Part.ITEM));
        boolean box = next + 3 < end && text.charAt(next) == '[' && text.charAt(next + 2) == ']'
                && " xX".indexOf(text.charAt(next + 1)) >= 0 && isSpace(next + 3);
        return box ? hide(next, next + 3, Part.ITEM) : next;
    }

    private static boolean isRuleMark(char c) {
        return "-*_=~`|:+".indexOf(c) >= 0;
    }

    /** A line of one mark alone, three times at least. */
    private boolean isRule(int from, int to) {
        char mark = text.charAt(from);
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == mark) {
                count++;
            } else if (!isSpace(i)) {
                return false;
            }
        }
        return count >= FEWEST_RULE_MARKS && "-*_=~".indexOf(mark) >= 0;
    }

    /** |---|:-:| or +----+----+ */
    private boolean isCellRule(int from, int to) {
        boolean edge = false;
        boolean rule = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            edge |= c == '|' || c == '+';
            rule |= c == '-' || c == '=';
            if ("|-:+= \t".indexOf(c) < 0) {
                return false;
            }
        }
        return edge && rule;
    }

    /** Hides the mark at {@code at}, if it is one; returns where to go on. */
    private int inline(char c, int at) {
        return switch (c) {
            case '`' -> {
                inCode = !inCode;
                yield hide(at, at + run(at), Part.CODE);
            }
            case '*' -> isKey(at) ? at + 1 : emphasis(at, run(at) > 1);
            case '_' -> emphasis(at, false);
            case '~' -> run(at) == 2 ? hide(at, at + 2, Part.EMPHASIS) : at + run(at);
            case '#' -> headingEnd(at);
            case '[' -> {
                int note = inCode ? at : notes.bracketed(at);
                if (note == at) {
                    open.push(at);
                }
                yield note == at ? at + 1 : hide(at, note, Part.NOTE);
            }
            case '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> {
                int note = notes.raised(at);
                yield note == at ? at + 1 : hide(at, note, Part.NOTE);
            }
            case '.' -> inCode ? at + 1 : hide(at + 1, notes.afterStop(at), Part.NOTE);
            case ']' -> link(at);
            case '|' -> cell(at);
            case '<' -> tag(at);
            case '&' -> startsWith("&amp;", at)
                    ? hide(at + 1, at + 5, Part.TAG)
                    : startsWith("&nbsp;", at) ? hide(at, at + 6, Part.TAG) : at + 1;
            case '\\' -> at + 1 < end && "*_`#|[]~>\\".indexOf(text.charAt(at + 1)) >= 0 && !isInsidePath(at)
                    ? hide(at, at + 1, Part.ESCAPE) + 1
                    : at + 1;
            default -> at + 1;
        };
    }

    private boolean startsWith(String mark, int at) {
        return at + mark.length() <= end && text.startsWith(mark, at);
    }

    /** C:\_old is no escape. */
    private boolean isInsidePath(int at) {
        return at > start && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ':');
    }

    /** *69, *123: the key of a telephone and two or three figures. */
    private boolean isKey(int at) {
        int next = at + 1;
        while (next < end && next <= at + 3 && Character.isDigit(text.charAt(next))) {
            next++;
        }
        return next > at + 2 && (at == start || isSpace(at - 1))
                && (next == end || (text.charAt(next) != '*' && !isWordPart(text.charAt(next))));
    }

    /** Stars and low lines are marks at the edge of a word; inside one, only stars in pairs are. */
    private int emphasis(int at, boolean insideWords) {
        int next = at + run(at);
        boolean before = at > start && !isSpace(at - 1);
        boolean after = next < end && !isSpace(next);
        // The bracket of an address (Mercury_(planet)) goes on with a word too.
        boolean inside = before && after && isWordPart(text.charAt(at - 1))
                && (isWordPart(text.charAt(next)) || text.charAt(next) == '(');
        return (before || after) && (!inside || insideWords) ? hide(at, next, Part.EMPHASIS) : next;
    }

    /** The marks after a heading that has some before it too. */
    private int headingEnd(int at) {
        int next = at + run(at);
        boolean lineEnds = next == end || text.charAt(next) == '\n' || text.charAt(next) == '\r';
        return lineEnds && at > start && isSpace(at - 1) && at(start) == Part.HEADING
                ? hide(at, next, Part.HEADING)
                : next;
    }

    /** [text](address) and ![text](address): the text is read. */
    private int link(int at) {
        if (open.isEmpty()) {
            return at + 1;
        }
        int opening = open.pop();
        if (at + 1 >= end || text.charAt(at + 1) != '(') {
            return at + 1;
        }
        int target = targetEnd(at + 2);
        if (target < 0) {
            return at + 1;
        }
        boolean image = opening > start && text.charAt(opening - 1) == '!';
        hide(image ? opening - 1 : opening, opening + 1, Part.LINK);
        hide(at, at + 1, Part.LINK);
        return hide(at + 1, target, Part.LINK_TARGET);
    }

    /** After the bracket that closes an address, which may have a title in quotes; -1 if it is not closed soon. */
    private int targetEnd(int from) {
        int limit = Math.min(end, from + LONGEST_TARGET);
        int depth = 1;
        boolean title = false;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            title |= c == '"';
            if (c == '\n' || c == '[' || (isSpace(i) && !title && (i + 1 == limit || text.charAt(i + 1) != '"'))) {
                return -1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** An edge of a table cell stands between white space; elsewhere it is "or" or the like. */
    private int cell(int at) {
        if (!isSpace(at - 1) || !isSpaceOrEnd(at + 1)) {
            return at + 1;
        }
        int next = skipSpaces(at + 1);
        boolean last = next == end || text.charAt(next) == '\n' || text.charAt(next) == '\r';
        return hide(at, at + 1, last ? Part.TABLE : Part.CELL);
    }

    private int tag(int at) {
        int name = at + 1 < end && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int nameEnd = name;
        while (nameEnd < end && nameEnd < name + 12 && isWordPart(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (!TAGS.contains(text.substring(name, nameEnd).toLowerCase(Locale.ROOT))) {
            return at + 1;
        }
        int close = text.indexOf('>', nameEnd, Math.min(end, nameEnd + LONGEST_TAG));
        return close < 0 ? at + 1 : hide(at, close + 1, Part.TAG);
    }

    private int hide(int from, int to, Part part) {
        for (int i = from; i < to; i++) {
            if (!isSpace(i)) {
                parts[i - start] = part;
            }
        }
        return to;
    }

    private @Nullable Part at(int unit) {
        return parts[unit - start];
    }

    /** How often the mark at {@code at} is repeated. */
    private int run(int at) {
        int next = at + 1;
        while (next < end && text.charAt(next) == text.charAt(at)) {
            next++;
        }
        return next - at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private boolean isSpaceOrEnd(int at) {
        return at >= end || isSpace(at);
    }

    private boolean isSpace(int at) {
        return at < end && Tokenizer.isSpace(text.charAt(at));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c);
    }
}
