package dev.sixtyfold.text.english.normalize;

/** Words and letters that multiply the number before them. */
final class Scales {

    static final String WORDS = "hundred|thousand|million|billion|trillion|quadrillion|lakh|crore";
    /** Letters that follow a number without a space: "$5k", "£1.5m", "¥30b". */
    static final String GLUED = "[kK]|[mM][nNmM]?|[bB][nN]?|[tT][nN]?|mln|bln|trn";
    /** Those that also follow after a space. */
    static final String SPACED = "[mMbBtT][nN]|mln|bln|trn";

    private Scales() {}

    /** The word for a scale's short form; a word is its own. */
    static String word(String scale) {
        if (scale.length() > 3) {
            return scale;
        }
        return switch (Character.toLowerCase(scale.charAt(0))) {
            case 'k' -> "thousand";
            case 'm' -> "million";
            case 'b' -> "billion";
            default -> "trillion";
        };
    }
}
