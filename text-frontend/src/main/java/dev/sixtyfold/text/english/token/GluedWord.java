package dev.sixtyfold.text.english.token;

/** The word that a mark is glued to: what tells the number of a note from a decimal, a version or an element of an array. */
public final class GluedWord {

    /** Characters that are looked at. */
    public static final int LONGEST = 24;

    /** Shorter words are short forms, units or variables. */
    static final int SHORTEST_PROSE = 4;

    private GluedWord() {}

    /**
     * The letters and figures that end at a place; nothing if they belong to the name of a file, a variable or an address.
     *
     * @param start
     *            before which nothing is looked at
     */
    public static String before(String text, int start, int end) {
        int from = end;
        while (from > start && end - from < LONGEST && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        boolean inName = from > start && "_.$/@".indexOf(text.charAt(from - 1)) >= 0;
        return inName ? "" : text.substring(from, end);
    }

    /** Whether a word is of prose, rather than something short or a name. */
    public static boolean isProse(String word) {
        return word.length() >= SHORTEST_PROSE && word.chars().allMatch(Character::isLowerCase);
    }
}
