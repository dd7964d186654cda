package dev.sixtyfold.text.alphabet;

import dev.sixtyfold.text.markup.PhonemeNotation;

/**
 * An accent of English. A written pronunciation may have vowels of another accent than the voice's; they become those that
 * its lexicons use in the same words.
 */
public enum Accent implements PhonemeNotation {

    /** No long vowels, no ɒ, the vowel of "nurse" never without its r. */
    AMERICAN {
        @Override
        public String adapt(String phonemes) {
            StringBuilder adapted = new StringBuilder(phonemes.length() + 2);
            for (int i = 0; i < phonemes.length(); i++) {
                char c = phonemes.charAt(i);
                boolean isLong = charAt(phonemes, i + 1) == 'ː';
                boolean beforeR = charAt(phonemes, isLong ? i + 2 : i + 1) == 'ɹ';
                switch (c) {
                    case 'ː' -> {
                    }
                    case 'ɒ', 'a' -> adapted.append('ɑ');
                    case 'Q' -> adapted.append('O');
                    case 'ɜ' -> adapted.append(beforeR ? "ɜ" : "ɜɹ");
                    case 'ɛ' -> adapted.append(isLong && !beforeR ? "ɛɹ" : "ɛ");
                    default -> adapted.append(c);
                }
            }
            return adapted.toString();
        }
    },

    /** Long vowels, no r but before vowels, no flap. */
    BRITISH {
        @Override
        public String adapt(String phonemes) {
            StringBuilder adapted = new StringBuilder(phonemes.length() + 4);
            for (int i = 0; i < phonemes.length(); i++) {
                char c = phonemes.charAt(i);
                char next = charAt(phonemes, i + 1);
                boolean isLong = next == 'ː';
                boolean stressed = i > 0 && "ˈˌ".indexOf(phonemes.charAt(i - 1)) >= 0;
                boolean silentR = next == 'ɹ' && !isVowel(charAt(phonemes, i + 2));
                switch (c) {
                    case 'O' -> adapted.append('Q');
                    case 'æ' -> adapted.append('a');
                    case 'ᵻ' -> adapted.append('ɪ');
                    case 'ɾ', 'ʔ' -> adapted.append('t');
                    case 'ɑ', 'ɔ', 'ɜ' -> adapted.append(c).append(isLong ? "" : "ː");
                    case 'i', 'u' -> adapted.append(c).append(stressed && !isLong ? "ː" : "");
                    case 'ɪ', 'ʊ' -> adapted.append(c).append(silentR ? "ə" : "");
                    case 'ɛ' -> adapted.append(c).append(silentR ? "ː" : "");
                    default -> adapted.append(c);
                }
                if (silentR && (isVowel(c) || c == 'ː')) {
                    i++;
                }
            }
            return adapted.toString();
        }
    };

    private static final String VOWELS = "AIOQWYaiuæɐɑɒɔəɛɜɪʊʌᵊᵻˈˌ";

    /** The pronunciation, in the notation of the lexicons, as this accent has it. */
    public abstract String adapt(String phonemes);

    @Override
    public String convert(String alphabet, String phonemes) {
        return adapt(PhoneticAlphabet.named(alphabet).orElseThrow(() -> new IllegalArgumentException(
                "there is no alphabet \"" + alphabet + "\"; use ipa or x-sampa")).read(phonemes));
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    /** A space past the end. */
    private static char charAt(String phonemes, int at) {
        return at < phonemes.length() ? phonemes.charAt(at) : ' ';
    }
}
