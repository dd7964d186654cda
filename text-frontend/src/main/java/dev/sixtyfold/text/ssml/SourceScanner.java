package dev.sixtyfold.text.ssml;

import java.util.Optional;

/**
 * Walks over the source beside the XML parser, which has checked what is walked over, and says where each character of the
 * text stands: the parser's own offsets are of no use for that, since they are those of its buffer after entities and line
 * ends have been resolved.
 */
final class SourceScanner {

    private final String source;
    private final int beginning;
    private int position;
    /** Code points before {@link #position}. */
    private int codePoints;

    /**
     * @param beginning
     *            of the document, in UTF-16 units
     */
    SourceScanner(String source, int beginning) {
        this.source = source;
        this.beginning = beginning;
        this.position = beginning;
        this.codePoints = source.codePointCount(0, beginning);
    }

    /** In UTF-16 units. */
    int position() {
        return position;
    }

    /** Code points of the source before {@link #position}. */
    int codePoints() {
        return codePoints;
    }

    /** What a character of the text goes to. */
    interface Sink {

        /**
         * Takes the next character.
         *
         * @param start
         *            code points of the source before what stands for the character
         * @param end
         *            code points of the source after it
         */
        void character(int codePoint, int start, int end);
    }

    /**
     * Hands over the text up to the next tag or the end, without comments.
     *
     * @throws dev.sixtyfold.speech.SynthesisException.InvalidRequest
     *             at a document type, a processing instruction or an entity of the document's own
     */
    void text(Sink sink) {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '&') {
                reference(sink);
            } else if (c != '<') {
                character(sink);
            } else if (source.startsWith("<!--", position)) {
                advance(after("-->", position + 4));
            } else if (source.startsWith("<![CDATA[", position)) {
                characterData(sink);
            } else if (source.startsWith("<!", position)) {
                throw problem("a document type is not allowed: take the DOCTYPE out");
            } else if (source.startsWith("<?", position)) {
                declaration();
            } else {
                return;
            }
        }
    }

    /** Passes the tag at {@link #position}; whether it is of an element without content: {@code <break/>}. */
    boolean tag() {
        int end = position;
        char quote = 0;
        while (end < source.length() && (quote != 0 || source.charAt(end) != '>')) {
            char c = source.charAt(end);
            if (c == '&' && referenced(end).isEmpty()) {
                throw unknownEntity(end);
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            end++;
        }
        boolean empty = end > position && source.charAt(end - 1) == '/';
        advance(Math.min(end + 1, source.length()));
        return empty;
    }

    private void characterData(Sink sink) {
        advance(position + "<![CDATA[".length());
        int end = source.indexOf("]]>", position);
        while (position < end) {
            character(sink);
        }
        advance(Math.min(source.length(), position + "]]>".length()));
    }

    private void character(Sink sink) {
        int c = source.codePointAt(position);
        int start = codePoints;
        boolean lineEnd = c == '\r' && source.startsWith("\n", position + 1);
        advance(position + (lineEnd ? 2 : Character.charCount(c)));
        sink.character(c == '\r' ? '\n' : c, start, codePoints);
    }

    private void reference(Sink sink) {
        int at = position;
        int character = referenced(at).orElseThrow(() -> unknownEntity(at));
        int start = codePoints;
        advance(source.indexOf(';', position) + 1);
        sink.character(character, start, codePoints);
    }

    /** The character that the reference at a place stands for: one of XML's own five, or a number. */
    private Optional<Integer> referenced(int at) {
        int end = source.indexOf(';', at);
        if (end < 0 || end - at > 12) {
            return Optional.empty();
        }
        String name = source.substring(at + 1, end);
        return switch (name) {
            case "amp" -> Optional.of((int) '&');
            case "lt" -> Optional.of((int) '<');
            case "gt" -> Optional.of((int) '>');
            case "quot" -> Optional.of((int) '"');
            case "apos" -> Optional.of((int) '\'');
            default -> number(name);
        };
    }

    private static Optional<Integer> number(String name) {
        boolean hex = name.startsWith("#x");
        if (!name.startsWith("#")) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
            return Character.isValidCodePoint(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private RuntimeException unknownEntity(int at) {
        return SsmlProblem.at(source, at, "an unknown entity: write &amp; for &, or use &lt; &gt; &quot; &apos; or a "
                + "character's number");
    }

    /** The XML declaration at the very beginning is the one thing of that form. */
    private void declaration() {
        boolean isDeclaration = position == beginning && source.startsWith("<?xml", beginning)
                && source.length() > beginning + 5 && Character.isWhitespace(source.charAt(beginning + 5));
        if (!isDeclaration) {
            throw problem("a processing instruction is not allowed: take the <? ... ?> out");
        }
        advance(after("?>", position));
    }

    private RuntimeException problem(String problem) {
        return SsmlProblem.at(source, position, problem);
    }

    private int after(String end, int from) {
        int found = source.indexOf(end, from);
        return found < 0 ? source.length() : found + end.length();
    }

    private void advance(int to) {
        codePoints += source.codePointCount(position, to);
        position = to;
    }
}
