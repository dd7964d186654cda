package dev.sixtyfold.text.alphabet;

import java.util.Locale;
import java.util.Optional;

/** A way to write pronunciations. */
public enum PhoneticAlphabet {

    /**
     * The International Phonetic Alphabet as people write it: with or without ties, length marks, syllable dots and
     * slashes around it, with ASCII apostrophes for stress, composed or decomposed. The capitals that stand for
     * diphthongs in the lexicons (A I O Q W Y) may be mixed in.
     */
    IPA("ipa") {
        @Override
        public String read(String written) {
            return Syllables.join(IpaReader.read(checked(written)), written);
        }
    },

    /** The IPA in ASCII (Wells, "Computer-coding the IPA: a proposed extension of SAMPA", 1995). */
    X_SAMPA("x-sampa") {
        @Override
        public String read(String written) {
            return Syllables.join(XSampaReader.read(checked(written)), written);
        }
    };

    /** Longer than any word; a pronunciation of many words may have several hundred symbols. */
    public static final int LONGEST = 2000;

    private final String label;

    PhoneticAlphabet(String label) {
        this.label = label;
    }

    /**
     * The pronunciation in the notation of the lexicons. Sounds that English lacks become the nearest that it has; tones
     * and fine detail are left out. Fit it to the voice with {@link Accent#adapt}.
     *
     * @param written
     *            several words may be separated by spaces
     * @throws UnreadablePhonemesException
     *             if a symbol is not of this alphabet, there is no sound at all, or it is longer than {@link #LONGEST}
     */
    public abstract String read(String written);

    /** As SSML and PLS name it, {@code "x-sampa"}. */
    public String label() {
        return label;
    }

    /** The alphabet of that name, in any case. */
    public static Optional<PhoneticAlphabet> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "ipa" -> Optional.of(IPA);
            case "x-sampa", "xsampa" -> Optional.of(X_SAMPA);
            default -> Optional.empty();
        };
    }

    private static String checked(String written) {
        if (written.length() > LONGEST) {
            throw new UnreadablePhonemesException(
                    "a pronunciation of " + written.length() + " characters; at most " + LONGEST + " are taken", 0, "");
        }
        return written;
    }
}
