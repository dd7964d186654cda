package dev.sixtyfold.text.ssml;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;

/** What is wrong with an SSML document, and where. */
final class SsmlProblem {

    private static final String FIELD = "input.ssml";
    private static final int LONGEST_MESSAGE = 200;

    private SsmlProblem() {}

    /**
     * @param position
     *            in UTF-16 units of the source
     */
    static InvalidRequest at(String source, int position, String problem) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(position, source.length());
        for (int i = 0; i < end; i++) {
            if (source.charAt(i) == '\n' || (source.charAt(i) == '\r'
                    && !(i + 1 < source.length() && source.charAt(i + 1) == '\n'))) {
                line++;
                lineStart = i + 1;
            }
        }
        return at(line, source.codePointCount(lineStart, Math.max(lineStart, end)) + 1, problem);
    }

    /** Both count from 1. */
    static InvalidRequest at(int line, int column, String problem) {
        return new InvalidRequest(FIELD, "line " + Math.max(1, line) + ", column " + Math.max(1, column) + ": "
                + printable(problem, LONGEST_MESSAGE));
    }

    /** Callers' strings go into messages and headers: not without bound, and printable. */
    static String printable(String given, int longest) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < Math.min(given.length(), longest); i++) {
            char c = given.charAt(i);
            printable.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return given.length() > longest ? printable.append("...").toString() : printable.toString();
    }
}
