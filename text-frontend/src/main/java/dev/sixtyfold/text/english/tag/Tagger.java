package dev.sixtyfold.text.english.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Assigns parts of speech from left to right: by heart where a word has only one, otherwise the tag with the greatest sum
 * of the weights of the features that hold (an averaged perceptron; Collins 2002, with the features of Honnibal's tagger).
 */
public final class Tagger {

    private static final PartOfSpeech[] TAGS = PartOfSpeech.values();
    private static final String BEFORE_FIRST = "-START-";
    private static final String BEFORE_THAT = "-START2-";

    private final TaggerModel model;

    public Tagger(TaggerModel model) {
        this.model = model;
    }

    /**
     * The tags of the words of one sentence.
     *
     * @param words
     *            as written, punctuation marks too
     */
    public List<PartOfSpeech> tag(List<String> words) {
        String[] context = context(words);
        List<PartOfSpeech> tags = new ArrayList<>(words.size());
        int[] scores = new int[TAGS.length];
        String previous = BEFORE_FIRST;
        String beforePrevious = BEFORE_THAT;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int known = model.onlyTag(word);
            PartOfSpeech tag;
            if (known >= 0) {
                tag = TAGS[known];
            } else {
                Arrays.fill(scores, 0);
                addWordFeatures(word, i == 0, scores);
                addContextFeatures(context, i + 2, previous, beforePrevious, scores);
                tag = TAGS[best(scores)];
            }
            tags.add(tag);
            beforePrevious = previous;
            previous = tag.label();
        }
        return tags;
    }

    private void addWordFeatures(String word, boolean first, int[] scores) {
        model.add("b", "", scores);
        model.add("s3=", WordShape.ending(word), scores);
        model.add("p1=", word.substring(0, 1), scores);
        model.add("sh=", WordShape.of(word), scores);
        model.add(first ? "i0" : "i+", "", scores);
    }

    /**
     * @param at
     *            place of the word in {@code context}
     */
    private void addContextFeatures(String[] context, int at, String previous, String beforePrevious, int[] scores) {
        model.add("t-1=", previous, scores);
        model.add("t-2=", beforePrevious, scores);
        model.add("t-12=", previous + "," + beforePrevious, scores);
        model.add("w=", context[at], scores);
        model.add("w-1=", context[at - 1], scores);
        model.add("s3-1=", WordShape.ending(context[at - 1]), scores);
        model.add("w-2=", context[at - 2], scores);
        model.add("w+1=", context[at + 1], scores);
        model.add("s3+1=", WordShape.ending(context[at + 1]), scores);
        model.add("w+2=", context[at + 2], scores);
    }

    /** The words as their neighbours see them: folded, rare ones as their shape, with two marks at either end. */
    private String[] context(List<String> words) {
        String[] context = new String[words.size() + 4];
        context[0] = BEFORE_THAT;
        context[1] = BEFORE_FIRST;
        for (int i = 0; i < words.size(); i++) {
            String folded = WordShape.fold(words.get(i));
            context[i + 2] = model.isCommon(folded) ? folded : "<" + WordShape.of(words.get(i)) + ">";
        }
        context[words.size() + 2] = "-END-";
        context[words.size() + 3] = "-END2-";
        return context;
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
