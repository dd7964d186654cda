package dev.sixtyfold.text.english.reading;

/** Classes of the symbols that the lexicon's notation is made of (American English; diphthongs are capital letters). */
public final class Phonemes {

    public static final char PRIMARY_STRESS = 'ˈ';
    public static final char SECONDARY_STRESS = 'ˌ';

    private static final String VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";
    private static final String CONSONANTS = "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθTʔ";
    private static final String DIPHTHONGS = "AIOQWYʤʧ";

    private Phonemes() {}

    /**
     * Whether a symbol is a vowel that the words around it hear. The weak article's ɐ is not: "to a" is spoken as "to" is
     * before what follows the article, and it never bears a stress.
     */
    public static boolean isVowel(char symbol) {
        return VOWELS.indexOf(symbol) >= 0;
    }

    public static boolean isConsonant(char symbol) {
        return CONSONANTS.indexOf(symbol) >= 0;
    }

    /** A rough measure of how heavy a syllable string is: diphthongs and affricates count twice, marks not at all. */
    public static int weight(String phonemes) {
        int weight = 0;
        for (int i = 0; i < phonemes.length(); i++) {
            weight += DIPHTHONGS.indexOf(phonemes.charAt(i)) >= 0 ? 2 : 1;
        }
        return weight;
    }

    public static boolean hasPrimaryStress(String phonemes) {
        return phonemes.indexOf(PRIMARY_STRESS) >= 0;
    }

    /** From the lexicon's notation to the alphabet of the hibari voices: their flap is T, their glottal stop plain t. */
    public static String toVoiceAlphabet(String phonemes) {
        return phonemes.replace('ɾ', 'T').replace('ʔ', 't');
    }
}
