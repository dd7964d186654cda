package dev.sixtyfold.text.english.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import dev.sixtyfold.text.english.reading.Decision;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words in other alphabets, written in Latin letters so that they can be read: Москва, Αθήνα, ラーメン. A Greek letter by
 * itself goes by its name. Chinese characters are not read, for what they sound like depends on the language; nor are the
 * scripts that leave vowels out.
 */
final class ForeignLetters implements Rule {

    /** Letters below this are Latin. */
    private static final int FIRST_FOREIGN = 0x370;
    /** Romanisations made for English readers first; then whatever ICU knows; then without accents. */
    private static final String STEPS = "Russian-Latin/BGN; Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII";

    private static final int LONGEST_SYMBOL = 4;

    private volatile Transliterator[] transliterator = {};

    @Override
    public Optional<Match> match(Tokens tokens, int at) {
        String text = tokens.text(at);
        if (!isForeign(text)) {
            return Optional.empty();
        }
        if (isSymbol(text)) {
            return Match.of(Decision.TRANSLITERATION, 1, symbol(text));
        }
        String read = text.codePointCount(0, text.length()) == 1
                && UnicodeScript.of(text.codePointAt(0)) == UnicodeScript.GREEK
                        ? letter(text.codePointAt(0))
                        : transliterator().transliterate(text);
        List<String> words = List.of(latinOnly(read).strip().split(" +"));
        return words.getFirst().isEmpty()
                ? Optional.empty()
                : Optional.of(new Match(1, words, Decision.TRANSLITERATION));
    }

    /** Whether there is a letter of another script, and none whose reading is a matter of the language. */
    private static boolean isForeign(String text) {
        boolean foreign = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_FOREIGN) {
                int c = text.codePointAt(i);
                switch (Character.isLetter(c) ? UnicodeScript.of(c) : UnicodeScript.COMMON) {
                    case HAN, ARABIC, HEBREW, SYRIAC -> {
                        return false;
                    }
                    case LATIN, COMMON, INHERITED -> {
                    }
                    default -> foreign = true;
                }
            }
        }
        return foreign;
    }

    /** Greek and Latin letters together are of a formula: πr, ΔT. */
    private static boolean isSymbol(String text) {
        boolean greek = false;
        boolean latin = false;
        for (int i = 0; i < text.length(); i++) {
            UnicodeScript script = UnicodeScript.of(text.charAt(i));
            greek |= script == UnicodeScript.GREEK;
            latin |= script == UnicodeScript.LATIN;
        }
        return greek && latin && text.length() <= LONGEST_SYMBOL;
    }

    private static List<String> symbol(String text) {
        List<String> spoken = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean greek = UnicodeScript.of(c) == UnicodeScript.GREEK;
            if (greek || !open) {
                spoken.add(greek ? letter(c) : Character.toString(c));
            } else {
                spoken.add(spoken.removeLast() + c);
            }
            open = !greek;
        }
        return spoken.stream().filter(word -> !word.isEmpty()).toList();
    }

    /** GREEK SMALL LETTER ALPHA WITH TONOS: alpha. */
    private static String letter(int c) {
        String name = UCharacter.getName(c);
        int start = name == null ? -1 : name.indexOf(" LETTER ");
        if (name == null || start < 0) {
            return "";
        }
        String rest = name.substring(start + " LETTER ".length());
        int accent = rest.indexOf(" WITH ");
        String letter = (accent < 0 ? rest : rest.substring(0, accent)).toLowerCase(Locale.ROOT);
        // Unicode spells this one after the modern pronunciation.
        return letter.equals("lamda") ? "lambda" : letter.replace("final ", "");
    }

    private static String latinOnly(String read) {
        StringBuilder letters = new StringBuilder(read.length());
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c < 0x80) {
                letters.append(Character.isLetterOrDigit(c) ? c : c == '\'' ? "" : " ");
            }
        }
        return letters.toString();
    }

    /** Made when the first foreign word comes; it locks itself while it works. */
    private Transliterator transliterator() {
        Transliterator[] loaded = transliterator;
        if (loaded.length == 0) {
            loaded = new Transliterator[]{Transliterator.getInstance(STEPS)};
            transliterator = loaded;
        }
        return loaded[0];
    }
}
