package dev.sixtyfold.text.english.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Assigns parts of speech from left to right: by heart where a word has only one, otherwise the tag with the greatest sum
 * of the weights of the features that hold (an averaged perceptron; Collins 2002, with the features of Honnibal's tagger).
 */
public final class Tagger {

    private final TaggerModel model;
    /** Rows of the features that hold of every word, of the first one and of all others. */
    private final int everyWord;
    private final int firstWord;
    private final int laterWord;

    public Tagger(TaggerModel model) {
        this.model = model;
        this.everyWord = model.row("b", "");
        this.firstWord = model.row("i0", "");
        this.laterWord = model.row("i+", "");
    }

    /**
     * The tags of the words of one sentence.
     *
     * @param words
     *            as written, punctuation marks too
     */
    public List<PartOfSpeech> tag(List<String> words) {
        TaggerContext context = new TaggerContext(model, words);
        List<PartOfSpeech> tags = new ArrayList<>(words.size());
        int[] scores = new int[TaggerModel.TAGS.size()];
        int previous = TaggerModel.START;
        int beforePrevious = TaggerModel.BEFORE_START;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int tag = model.onlyTag(word);
            if (tag < 0) {
                Arrays.fill(scores, 0);
                addWordFeatures(word, i == 0, scores);
                model.addHistory(previous, beforePrevious, scores);
                context.add(i, scores);
                tag = best(scores);
            }
            tags.add(TaggerModel.TAGS.get(tag));
            beforePrevious = previous;
            previous = tag;
        }
        return tags;
    }

    private void addWordFeatures(String word, boolean first, int[] scores) {
        model.addRow(everyWord, scores);
        model.addRow(first ? firstWord : laterWord, scores);
        model.addRow(model.firstLetterRow(word), scores);
        model.addRow(model.row("s3=", WordShape.ending(word)), scores);
        model.addRow(model.row("sh=", WordShape.of(word)), scores);
    }

    private static int best(int[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] >= scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
