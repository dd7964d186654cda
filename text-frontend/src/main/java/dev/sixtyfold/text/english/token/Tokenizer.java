package dev.sixtyfold.text.english.token;

import dev.sixtyfold.text.english.table.PhraseTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Splits a sentence into tokens: at white space, then marks off both ends of each chunk, then inside it at hyphens, dashes
 * and the like. Contractions ("did" + "n't") are split as the exception table says, since the tagger was taught so.
 */
public final class Tokenizer {

    /** Below this, pictures are keycaps that begin a chunk: whatever else is ASCII is no part of one. */
    private static final int FIRST_PICTURE = 0x203C;

    private static final List<String> WE_D = List.of("We", "d");

    private final PhraseTable exceptions;

    /**
     * A tokenizer with a table of chunks that are not split by rule.
     *
     * @param exceptions
     *            chunk to the tokens that it is split into
     */
    public Tokenizer(PhraseTable exceptions) {
        this.exceptions = exceptions;
    }

    /** The tokens of {@code text} from {@code start} to {@code end}, in UTF-16 units; a picture is one of its own. */
    public List<Token> tokenize(String text, int start, int end) {
        Layout layout = Layout.of(text, start, end);
        Columns columns = new Columns(text, start, end);
        List<Token> tokens = new ArrayList<>();
        int at = start;
        while (at < end) {
            if (isSpace(text.charAt(at))) {
                int next = at + 1;
                while (next < end && isSpace(text.charAt(next))) {
                    next++;
                }
                boolean one = next == at + 1 && text.charAt(at) == ' ';
                if (!one && next < end && columns.isGap(at, next, tokens)) {
                    Token last = tokens.removeLast();
                    tokens.add(new Token(last.text(), last.start(), last.end(), false));
                    tokens.add(new Token(",", at, at + 1, true));
                }
                at = next;
                continue;
            }
            int picture = EmojiSequence.end(text, at, end);
            if (picture > at) {
                tokens.add(new Token(text.substring(at, picture), at, picture, isSpaceOrEnd(text, picture, end)));
                at = picture;
                continue;
            }
            int chunkEnd = at + 1;
            while (chunkEnd < end && !isSpace(text.charAt(chunkEnd))
                    && (text.charAt(chunkEnd) < FIRST_PICTURE || EmojiSequence.end(text, chunkEnd, end) == chunkEnd)) {
                chunkEnd++;
            }
            Chunk chunk = Chunk.of(text, at, chunkEnd, layout, isSpaceOrEnd(text, chunkEnd, end));
            if (!chunk.isEmpty()) {
                split(chunk, tokens);
            }
            at = chunkEnd;
        }
        return tokens;
    }

    private static boolean isSpaceOrEnd(String text, int at, int end) {
        return at >= end || isSpace(text.charAt(at));
    }

    private void split(Chunk chunk, List<Token> tokens) {
        int start = 0;
        int end = chunk.length();
        Deque<int[]> suffixes = new ArrayDeque<>();
        while (start < end && exception(chunk, start, end).isEmpty()) {
            int prefix = Affixes.prefix(chunk.letters(), start, end);
            if (prefix > 0 && prefix < end - start) {
                tokens.add(chunk.token(start, start + prefix));
                start += prefix;
                continue;
            }
            int suffix = Affixes.suffix(chunk.letters(), start, end);
            if (suffix == 0 || suffix == end - start) {
                break;
            }
            suffixes.push(new int[]{end - suffix, end});
            end -= suffix;
        }
        splitCore(chunk, start, end, tokens);
        suffixes.forEach(span -> tokens.add(chunk.token(span[0], span[1])));
    }

    /** The table takes a Wednesday for "we'd" without its apostrophe. */
    private Optional<List<String>> exception(Chunk chunk, int start, int end) {
        return exceptions.find(chunk.text(start, end)).filter(pieces -> !pieces.equals(WE_D));
    }

    private void splitCore(Chunk chunk, int start, int end, List<Token> tokens) {
        Optional<List<String>> pieces = exception(chunk, start, end);
        if (pieces.isPresent()) {
            int at = start;
            for (String piece : pieces.get()) {
                tokens.add(chunk.token(at, at + piece.length()));
                at += piece.length();
            }
            return;
        }
        int tokenStart = start;
        int at = start + 1;
        while (at < end) {
            int infix = Affixes.infix(chunk.letters(), at, start, end);
            if (infix > 0) {
                if (at > tokenStart) {
                    tokens.add(chunk.token(tokenStart, at));
                }
                tokens.add(chunk.token(at, at + infix));
                tokenStart = at + infix;
                at = tokenStart;
            } else {
                at++;
            }
        }
        if (tokenStart < end) {
            tokens.add(chunk.token(tokenStart, end));
        }
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
