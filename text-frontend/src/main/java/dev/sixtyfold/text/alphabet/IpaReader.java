package dev.sixtyfold.text.alphabet;

import dev.sixtyfold.text.alphabet.Segment.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the IPA apart, the longest symbol first. */
final class IpaReader {

    /** Without the characters that say nothing here; for each what it was in the source. */
    private final StringBuilder symbols = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    private IpaReader() {}

    static List<Segment> read(String written) {
        int[] codePoints = written.codePoints().toArray();
        List<String> parts = new ArrayList<>(codePoints.length);
        List<Integer> positions = new ArrayList<>(codePoints.length);
        for (int i = 0; i < codePoints.length; i++) {
            parts.add(Character.toString(codePoints[i]));
            positions.add(i);
        }
        return read(parts, positions);
    }

    /**
     * Reads IPA that stands for something else.
     *
     * @param positions
     *            of the parts in what was written
     */
    static List<Segment> read(List<String> parts, List<Integer> positions) {
        IpaReader reader = new IpaReader();
        for (int i = 0; i < parts.size(); i++) {
            reader.add(parts.get(i), positions.get(i));
        }
        reader.stripWrapping();
        int at = 0;
        while (at < reader.symbols.length()) {
            at = reader.readAt(at);
        }
        return reader.segments;
    }

    private void add(String part, int position) {
        String decomposed = Normalizer.normalize(part, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            // A diaeresis makes ɪ another vowel; anywhere else it is a detail.
            boolean barred = c == '\u0308' && !symbols.isEmpty() && symbols.charAt(symbols.length() - 1) == 'ɪ';
            if (barred || !IpaSounds.isIgnored(c)) {
                symbols.append(c);
                positions.add(position);
            }
        }
    }

    /** Slashes and square brackets around the whole. */
    private void stripWrapping() {
        for (int at : new int[]{symbols.length() - 1, 0}) {
            if (at >= 0 && at < symbols.length() && IpaSounds.WRAPPING.indexOf(symbols.charAt(at)) >= 0) {
                symbols.deleteCharAt(at);
                positions.remove(/* index */ at);
            }
        }
    }

    /** Reads what begins at {@code at} and returns where the next begins. */
    private int readAt(int at) {
        for (int length = Math.min(IpaSounds.LONGEST, symbols.length() - at); length > 0; length--) {
            Optional<Segment> sound = IpaSounds.sound(symbols.substring(at, at + length));
            if (sound.isPresent() && !isGlide(at, length)) {
                segments.add(sound.get());
                return at + length;
            }
        }
        readMark(symbols.charAt(at), at);
        return at + 1;
    }

    /** Whether the end of what looks like a diphthong begins the next syllable: the j of "maja". */
    private boolean isGlide(int at, int length) {
        char last = symbols.charAt(at + length - 1);
        return length == 2 && (last == 'j' || last == 'w') && at + length < symbols.length()
                && IpaSounds.sound(symbols.substring(at + length, at + length + 1))
                        .map(next -> next.kind() == Kind.VOWEL).orElse(false);
    }

    private void readMark(char c, int at) {
        if (IpaSounds.PRIMARY_STRESS.indexOf(c) >= 0) {
            segments.add(new Segment(Kind.STRESS, "ˈ"));
        } else if (IpaSounds.SECONDARY_STRESS.indexOf(c) >= 0) {
            segments.add(new Segment(Kind.STRESS, "ˌ"));
        } else if (IpaSounds.BREAKS.indexOf(c) >= 0) {
            segments.add(Segment.BREAK);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            segments.add(Segment.SPACE);
        } else if (!modifyLast(c)) {
            throw unreadable(at);
        }
    }

    /** A mark that belongs to the sound before it. */
    private boolean modifyLast(char c) {
        boolean isLong = IpaSounds.LONG.indexOf(c) >= 0;
        boolean syllabic = IpaSounds.SYLLABIC.indexOf(c) >= 0;
        boolean nasal = IpaSounds.NASAL.indexOf(c) >= 0;
        if (segments.isEmpty() || !(isLong || syllabic || nasal)) {
            return false;
        }
        Segment last = segments.getLast();
        Segment modified = switch (last.kind()) {
            case VOWEL -> new Segment(Kind.VOWEL, isLong && !last.symbols().endsWith("ː")
                    ? last.symbols() + "ː"
                    : nasal ? last.symbols() + Syllables.NASAL : last.symbols());
            case CONSONANT -> syllabic ? new Segment(Kind.SYLLABIC, last.symbols()) : last;
            case SYLLABIC -> last;
            case STRESS, BREAK, SPACE -> null;
        };
        if (modified == null) {
            return false;
        }
        segments.set(segments.size() - 1, modified);
        return true;
    }

    private UnreadablePhonemesException unreadable(int at) {
        int end = at + Character.charCount(symbols.codePointAt(at));
        String symbol = symbols.substring(at, end);
        return new UnreadablePhonemesException("the symbol \"" + symbol + "\" (U+%04X) at position %d cannot be read"
                .formatted(symbol.codePointAt(0), positions.get(at) + 1), positions.get(at), symbol);
    }
}
