package dev.sixtyfold.text.english.tag;

import java.util.List;

/** The words of a sentence as their neighbours see them: folded, rare ones as their shape, with two marks at either end. */
final class TaggerContext {

    /** Places before the first word, and after the last. */
    private static final int MARGIN = 2;
    /** For each kind of {@link TaggerModel#CONTEXT} where the word stands that it asks about, counted from the word itself. */
    private static final int[] DISTANCE = {0, -1, -2, 1, 2, -1, 1};

    private final TaggerModel model;
    /** Number of each word among the common ones, or -1. */
    private final int[] common;
    /** What stands for each word that is not common. */
    private final String[] rare;

    TaggerContext(TaggerModel model, List<String> words) {
        this.model = model;
        this.common = new int[words.size() + 2 * MARGIN];
        this.rare = new String[words.size() + 2 * MARGIN];
        put(0, "-START2-");
        put(1, "-START-");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int number = model.commonWord(WordShape.fold(word));
            common[i + MARGIN] = number;
            rare[i + MARGIN] = number < 0 ? "<" + WordShape.of(word) + ">" : "";
        }
        put(words.size() + MARGIN, "-END-");
        put(words.size() + MARGIN + 1, "-END2-");
    }

    private void put(int place, String mark) {
        common[place] = -1;
        rare[place] = mark;
    }

    /** Adds the weights of what stands around the word of that number. */
    void add(int word, int[] scores) {
        for (int kind = 0; kind < DISTANCE.length; kind++) {
            int place = word + MARGIN + DISTANCE[kind];
            model.addRow(common[place] >= 0 ? model.contextRow(kind, common[place]) : rareRow(kind, rare[place]),
                    scores);
        }
    }

    private int rareRow(int kind, String seen) {
        return model.row(TaggerModel.CONTEXT.get(kind),
                kind < TaggerModel.FIRST_ENDING ? seen : WordShape.ending(seen));
    }
}
