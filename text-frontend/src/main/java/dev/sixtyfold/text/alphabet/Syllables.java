package dev.sixtyfold.text.alphabet;

import dev.sixtyfold.text.alphabet.Segment.Kind;
import java.util.List;

/**
 * Puts sounds together into the notation of the lexicons: a stress mark moves from the beginning of its syllable to the
 * vowel, and sounds that depend on their neighbours are settled.
 */
final class Syllables {

    /** After a vowel: it is spoken through the nose. */
    static final String NASAL = "~";

    private final List<Segment> segments;
    private final StringBuilder joined = new StringBuilder();
    private String stress = "";

    private Syllables(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * @throws UnreadablePhonemesException
     *             if there is no sound among the segments
     */
    static String join(List<Segment> segments, String written) {
        Syllables syllables = new Syllables(segments);
        for (int i = 0; i < segments.size(); i++) {
            syllables.append(i);
        }
        String result = syllables.joined.toString().strip();
        if (result.isEmpty()) {
            throw new UnreadablePhonemesException(written.isBlank()
                    ? "the pronunciation is empty"
                    : "the pronunciation has marks but no sound", 0, "");
        }
        return result;
    }

    private void append(int at) {
        Segment segment = segments.get(at);
        switch (segment.kind()) {
            case STRESS -> stress = segment.symbols();
            case BREAK -> {
            }
            case SPACE -> appendSpace();
            case VOWEL -> {
                joined.append(stress).append(vowel(segment.symbols(), at));
                stress = "";
            }
            case SYLLABIC -> {
                String consonant = choose(segment.symbols(), false);
                joined.append(stress).append(consonant.equals("ɹ") ? "ə" : "ᵊ").append(consonant);
                stress = "";
            }
            case CONSONANT -> joined.append(consonant(segment.symbols(), at));
        }
    }

    private void appendSpace() {
        stress = "";
        if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != ' ') {
            joined.append(' ');
        }
    }

    private String vowel(String symbols, int at) {
        boolean nasal = symbols.endsWith(NASAL) && !isNasalNext(at);
        String vowel = symbols.replace(NASAL, "");
        boolean beforeR = nextSymbol(at).equals("ɹ");
        boolean open = nasal || !isConsonantNext(at);
        String sound = switch (vowel) {
            // English has the long e and o as diphthongs; the short ones of other languages are those of bed and more.
            case "e" -> open && !nasal ? "A" : "ɛ";
            case "eː" -> beforeR ? "ɛː" : "A";
            case "o" -> beforeR ? "ɔ" : "O";
            case "oː" -> beforeR ? "ɔː" : "O";
            // The weak vowel of the article; under stress it is that of "strut".
            case "ɐ" -> stress.isEmpty() ? "ɐ" : "ʌ";
            case "aː" -> "ɑː";
            // Diphthongs are long as they are.
            default -> "AIOQWY".indexOf(vowel.charAt(0)) >= 0 ? vowel.substring(0, 1) : vowel;
        };
        // English speakers hear the nose as a consonant: "croissant".
        return nasal ? sound + "n" : sound;
    }

    private String consonant(String symbols, int at) {
        boolean beforeVowel = isNucleusNext(at);
        char last = joined.isEmpty() ? ' ' : joined.charAt(joined.length() - 1);
        return switch (symbols) {
            // The flap of "city" and "party"; the tapped r of other languages elsewhere.
            case "ɾ" -> beforeVowel && last != ' ' && "bdfhklmpstvwzðŋɡʃʒʤʧθ".indexOf(last) < 0 ? "ɾ" : "ɹ";
            // English has it before n only: "button".
            case "ʔ" -> nextSymbol(at).equals("n") || nextSymbol(at).equals("ᵊ") ? "ʔ" : "";
            default -> choose(symbols, beforeVowel);
        };
    }

    private static String choose(String symbols, boolean beforeVowel) {
        int open = symbols.indexOf('(');
        if (open < 0) {
            return symbols;
        }
        int bar = symbols.indexOf('|');
        int close = symbols.indexOf(')');
        String chosen = beforeVowel ? symbols.substring(open + 1, bar) : symbols.substring(bar + 1, close);
        return symbols.substring(0, open) + chosen + symbols.substring(close + 1);
    }

    private boolean isNucleusNext(int at) {
        int next = next(at);
        return next < segments.size() && segments.get(next).isNucleus();
    }

    private boolean isConsonantNext(int at) {
        int next = next(at);
        return next < segments.size() && segments.get(next).kind() == Kind.CONSONANT;
    }

    private boolean isNasalNext(int at) {
        String next = nextSymbol(at);
        return !next.isEmpty() && "mnŋ".contains(next.substring(0, 1));
    }

    private String nextSymbol(int at) {
        int next = next(at);
        return next < segments.size() ? segments.get(next).symbols() : "";
    }

    /** The next sound or space. */
    private int next(int at) {
        int next = at + 1;
        while (next < segments.size()
                && (segments.get(next).kind() == Kind.STRESS || segments.get(next).kind() == Kind.BREAK)) {
            next++;
        }
        return next;
    }
}
