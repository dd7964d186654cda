package dev.sixtyfold.text.english.segment;

import java.util.Set;

/**
 * How well a sentence can be divided between two of its words. A reader who needs breath takes it after a mark, before a
 * word that opens a clause, before a preposition, and last of all between an article and its noun.
 */
public final class Clauses {

    /** Costs; the lower, the better the place. */
    public static final int AFTER_STRONG_MARK = 0;
    public static final int AFTER_COMMA = 1;
    public static final int BEFORE_CLAUSE = 3;
    public static final int BEFORE_PREPOSITION = 5;
    public static final int BETWEEN_WORDS = 8;
    public static final int WITHIN_PHRASE = 12;
    public static final int WITHIN_NAME_OR_NUMBER = 16;

    /** They open a clause. */
    private static final Set<String> OPENING = Set.of("and", "but", "or", "nor", "so", "yet", "because", "although",
            "though", "while", "whereas", "when", "whenever", "where", "wherever", "if", "unless", "until", "since",
            "after", "before", "as", "that", "which", "who", "whom", "whose", "what", "how", "why", "whether", "once",
            "then", "than", "however", "therefore");
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "at", "by", "with", "from", "for", "to", "into",
            "onto", "over", "under", "through", "across", "between", "among", "against", "about", "without", "within",
            "during", "towards", "toward", "around", "along", "behind", "near", "upon", "despite", "beyond");
    /** They belong to what follows. */
    private static final Set<String> CLINGING = Set.of("a", "an", "the", "my", "your", "his", "her", "its", "our",
            "their", "this", "these", "those", "of", "no", "every", "each", "some", "any", "is", "are", "was", "were",
            "be", "been", "am", "has", "have", "had", "will", "would", "can", "could", "shall", "should", "may",
            "might",
            "must", "do", "does", "did", "not", "very", "more", "most", "too", "i", "he", "she", "we", "they", "it",
            "mr", "mrs", "ms", "dr", "st", "mr.", "mrs.", "ms.", "dr.", "st.", "no.");

    private Clauses() {}

    /**
     * The cost of a division.
     *
     * @param before
     *            the word or mark before it, as it is written
     * @param after
     *            the word after it, as it is written
     */
    public static int cost(String before, String after) {
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean betweenFigures = isFigure(before) && isFigure(after);
        if (".!?…;:—–。！？；：".indexOf(last) >= 0 && before.length() == 1) {
            return AFTER_STRONG_MARK;
        }
        if (last == ',' || last == '，' || last == '、' || last == ')') {
            return AFTER_COMMA;
        }
        boolean beforeName = !after.isEmpty() && Character.isUpperCase(after.charAt(0)) && !after.equals("I");
        boolean afterName = !before.isEmpty() && Character.isUpperCase(before.charAt(0)) && !before.equals("I");
        if (betweenFigures || isFigure(before) || (afterName && beforeName)) {
            return WITHIN_NAME_OR_NUMBER;
        }
        String first = Scan.lower(before);
        if (CLINGING.contains(first) || PREPOSITIONS.contains(first) || OPENING.contains(first)) {
            return WITHIN_PHRASE;
        }
        String second = Scan.lower(after);
        if (OPENING.contains(second)) {
            return BEFORE_CLAUSE;
        }
        return PREPOSITIONS.contains(second) ? BEFORE_PREPOSITION : BETWEEN_WORDS;
    }

    private static boolean isFigure(String word) {
        return !word.isEmpty() && (Character.isDigit(word.charAt(0)) || "$£€¥#+-−".indexOf(word.charAt(0)) >= 0);
    }
}
