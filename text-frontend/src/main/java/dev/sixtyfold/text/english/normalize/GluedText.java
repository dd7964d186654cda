package dev.sixtyfold.text.english.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens that stand together without white space, as the text that they were, for forms that the tokenizer takes apart.
 *
 * @param ends
 *            of each token in {@code text}, exclusive
 */
record GluedText(String text, List<Integer> ends) {

    /** No address is longer; what is, is read as it stands. */
    private static final int LONGEST = 1024;
    /** Neither an address nor a path has these. */
    private static final String OUTSIDE = "\"<>{}|^`“”«»";

    /** The tokens from {@code at} on, up to white space or a mark that is part of no address. */
    static GluedText of(Tokens tokens, int at) {
        StringBuilder text = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        int i = at;
        while (i < tokens.size() && text.length() < LONGEST && OUTSIDE.indexOf(tokens.text(i).charAt(0)) < 0) {
            text.append(tokens.text(i));
            ends.add(text.length());
            if (!tokens.isGlued(i)) {
                break;
            }
            i++;
        }
        return new GluedText(text.toString(), ends);
    }

    /** How many tokens the first {@code length} units are; 0 if they end inside one. */
    int tokens(int length) {
        return ends.indexOf(length) + 1;
    }

    /** Without the marks of the sentence behind it, and without a possessive. */
    String withoutMarks() {
        int end = text.length();
        boolean more = true;
        while (more) {
            more = false;
            while (end > 0 && ".,;:!?)]'…".indexOf(text.charAt(end - 1)) >= 0
                    && !(text.charAt(end - 1) == ')' && opens(end - 1))) {
                end--;
                more = true;
            }
            if (text.startsWith("'s", end - 2)) {
                end -= 2;
                more = true;
            }
        }
        return text.substring(0, end);
    }

    /** Whether the closing bracket at {@code at} has its opening one inside the text: /Mercury_(planet). */
    private boolean opens(int at) {
        int open = text.lastIndexOf('(', at);
        return open >= 0 && text.indexOf(')', open) == at;
    }
}
