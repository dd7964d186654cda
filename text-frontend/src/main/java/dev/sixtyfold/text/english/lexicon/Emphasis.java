package dev.sixtyfold.text.english.lexicon;

import static dev.sixtyfold.text.english.reading.Phonemes.PRIMARY_STRESS;
import static dev.sixtyfold.text.english.reading.Phonemes.SECONDARY_STRESS;

import dev.sixtyfold.text.english.reading.Phonemes;
import java.util.Locale;

/** How strongly a word is spoken, as its capitals suggest. */
public enum Emphasis {
    /** As the lexicon has it. */
    PLAIN,
    /** A capital: a word that is weak otherwise gets a secondary stress. */
    CAPITALISED,
    /** All in capitals: a word gets a primary stress. */
    SHOUTED;

    public static Emphasis of(String word) {
        if (word.equals(word.toLowerCase(Locale.ROOT))) {
            return PLAIN;
        }
        return word.equals(word.toUpperCase(Locale.ROOT)) ? SHOUTED : CAPITALISED;
    }

    /** The pronunciation with the stress that the emphasis asks for. */
    public String applyTo(String phonemes) {
        boolean primary = Phonemes.hasPrimaryStress(phonemes);
        boolean secondary = phonemes.indexOf(SECONDARY_STRESS) >= 0;
        return switch (this) {
            case PLAIN -> phonemes;
            case CAPITALISED -> primary || secondary ? phonemes : stressFirstVowel(phonemes, SECONDARY_STRESS);
            case SHOUTED -> {
                if (primary) {
                    yield phonemes;
                }
                yield secondary
                        ? phonemes.replace(SECONDARY_STRESS, PRIMARY_STRESS)
                        : stressFirstVowel(phonemes, PRIMARY_STRESS);
            }
        };
    }

    /** The pronunciation as a lesser part of a compound: its primary stress becomes secondary, its secondary one none. */
    public static String weaken(String phonemes) {
        if (!Phonemes.hasPrimaryStress(phonemes)) {
            return phonemes;
        }
        return phonemes.replace(String.valueOf(SECONDARY_STRESS), "").replace(PRIMARY_STRESS, SECONDARY_STRESS);
    }

    /** The pronunciation without any stress. */
    public static String unstressed(String phonemes) {
        return phonemes.replace(String.valueOf(PRIMARY_STRESS), "").replace(String.valueOf(SECONDARY_STRESS), "");
    }

    private static String stressFirstVowel(String phonemes, char mark) {
        for (int i = 0; i < phonemes.length(); i++) {
            if (Phonemes.isVowel(phonemes.charAt(i))) {
                return phonemes.substring(0, i) + mark + phonemes.substring(i);
            }
        }
        return phonemes;
    }
}
