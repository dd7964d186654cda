package dev.sixtyfold.text.english.homograph;

import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a classifier sees of a word in its sentence: its neighbours, their endings and parts of speech, and the words
 * around it in no order. Each feature is a number, a hash of its kind and its value.
 */
public final class Context {

    private static final int NEAR = 4;
    private static final int FAR = 14;
    private static final int ENDING = 3;
    /** Letters of a word that stand for all its forms, roughly. */
    private static final int STEM = 5;
    private static final int SHORTEST_STEMMED = 4;
    /** How far the verb that follows is looked for, and what the word may govern. */
    private static final int NEXT_VERB = 10;
    private static final int OBJECT = 5;
    /** How far back the path to the last verb goes. */
    private static final int PATH = 8;
    private static final int MAXIMUM = 60 + 3 * 2 * FAR;
    private static final Set<PartOfSpeech> MODIFIERS = Set.of(PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB,
            PartOfSpeech.ADJECTIVE_COMPARATIVE, PartOfSpeech.ADJECTIVE_SUPERLATIVE, PartOfSpeech.ADVERB_COMPARATIVE,
            PartOfSpeech.ADVERB_SUPERLATIVE, PartOfSpeech.CARDINAL);
    private static final String OUTSIDE = "\u0001";

    private final List<String> words;
    private final List<PartOfSpeech> tags;
    private final int at;
    private final int[] features = new int[MAXIMUM];
    private int size;

    private Context(List<String> words, List<PartOfSpeech> tags, int at) {
        this.words = words;
        this.tags = tags;
        this.at = at;
    }

    /**
     * The features of the word at {@code at}, in no particular order.
     *
     * @param words
     *            of one sentence, as written, punctuation marks too
     * @param tags
     *            one for each word
     */
    public static int[] features(List<String> words, List<PartOfSpeech> tags, int at) {
        Context context = new Context(words, tags, at);
        context.addAll();
        return Arrays.copyOf(context.features, context.size);
    }

    private void addAll() {
        add(Kind.ALWAYS, "", "");
        add(Kind.SHAPE, shape(), at == 0 ? "first" : "");
        addTags();
        addNeighbours();
        addGovernors();
        addFollowers();
        addCapitals();
        addSurroundings();
    }

    private void addTags() {
        add(Kind.TAG, tag(0), "");
        add(Kind.TAG_BEFORE, tag(-1), "");
        add(Kind.TAG_AFTER, tag(1), "");
        add(Kind.TAG_BEFORE_THAT, tag(-2), "");
        add(Kind.TAG_AFTER_THAT, tag(2), "");
        add(Kind.TAGS_BEFORE, tag(-2), tag(-1));
        add(Kind.TAGS_AFTER, tag(1), tag(2));
        add(Kind.TAGS_AROUND, tag(-1), tag(1));
        add(Kind.TAG_AND_BEFORE, tag(-1), tag(0));
        add(Kind.TAG_AND_AFTER, tag(0), tag(1));
        add(Kind.TAGS_THREE, tag(-1) + tag(0), tag(1));
    }

    private void addNeighbours() {
        add(Kind.WORD_BEFORE, word(-1), "");
        add(Kind.WORD_AFTER, word(1), "");
        add(Kind.WORD_BEFORE_THAT, word(-2), "");
        add(Kind.WORD_AFTER_THAT, word(2), "");
        add(Kind.WORDS_BEFORE, word(-2), word(-1));
        add(Kind.WORDS_AFTER, word(1), word(2));
        add(Kind.WORDS_AROUND, word(-1), word(1));
        add(Kind.WORD_BEFORE_AND_TAG, word(-1), tag(1));
        add(Kind.TAG_AND_WORD_AFTER, tag(-1), word(1));
        add(Kind.ENDING_BEFORE, ending(-1), "");
        add(Kind.ENDING_AFTER, ending(1), "");
    }

    private void addCapitals() {
        add(Kind.CAPITALS_AROUND, initial(-1), initial(1));
        add(Kind.CAPITAL_AND_BEFORE, initial(-1), shape());
        add(Kind.CAPITAL_AND_AFTER, shape(), initial(1));
    }

    /** The nearest words that tell a verb from a noun, past adverbs and adjectives. */
    private void addGovernors() {
        for (int distance = 1; distance <= NEAR + 1 && at - distance >= 0; distance++) {
            PartOfSpeech tag = tags.get(at - distance);
            if (!MODIFIERS.contains(tag)) {
                add(Kind.GOVERNOR, tag.label(), "");
                add(Kind.GOVERNOR_WORD, word(-distance), "");
                add(Kind.GOVERNOR_AND_AFTER, tag.label(), tag(1));
                add(Kind.GOVERNOR_WORD_AND_AFTER, word(-distance), wordClass(1));
                break;
            }
        }
        for (int distance = 1; at - distance >= 0; distance++) {
            if (isVerb(-distance)) {
                add(Kind.VERB_BEFORE, word(-distance), "");
                add(Kind.VERB_TAG_BEFORE, tag(-distance), distance <= NEAR ? "near" : "");
                break;
            }
        }
        add(Kind.PATH, pathFromVerb(), "");
    }

    /** The word classes between the last verb of the clause and the word. */
    private String pathFromVerb() {
        StringBuilder path = new StringBuilder();
        for (int distance = 1; distance <= PATH && at - distance >= 0 && !isStop(-distance); distance++) {
            PartOfSpeech tag = tags.get(at - distance);
            boolean plural = tag == PartOfSpeech.NOUN_PLURAL || tag == PartOfSpeech.PROPER_NOUN_PLURAL;
            path.append(wordClass(-distance)).append(plural ? "s " : " ");
            if (isVerb(-distance) || tag == PartOfSpeech.TO) {
                break;
            }
        }
        return path.toString();
    }

    /** The verb that follows, if the word is a subject, and the noun that follows, if it is a verb. */
    private void addFollowers() {
        int verb = 1;
        while (verb <= NEXT_VERB && at + verb < words.size() && !isStop(verb) && !isVerb(verb)) {
            verb++;
        }
        if (verb <= NEXT_VERB && at + verb < words.size() && isVerb(verb)) {
            add(Kind.NEXT_VERB_TAG, tag(verb), verb < NEAR ? "near" : "");
            add(Kind.NEXT_VERB, word(verb), "");
        } else {
            add(Kind.NEXT_VERB_TAG, OUTSIDE, "");
        }
        for (int distance = 1; distance <= OBJECT && at + distance < words.size(); distance++) {
            PartOfSpeech tag = tags.get(at + distance);
            if (!MODIFIERS.contains(tag) && tag != PartOfSpeech.DETERMINER && tag != PartOfSpeech.PRONOUN_POSSESSIVE) {
                add(Kind.OBJECT_TAG, tag.label(), "");
                add(Kind.OBJECT, word(distance), "");
                add(Kind.OBJECT_AND_BEFORE, tag.label(), tag(-1));
                break;
            }
        }
    }

    private boolean isVerb(int distance) {
        String wordClass = wordClass(distance);
        return wordClass.equals("VERB") || wordClass.equals("MD");
    }

    /** Whether a sentence or a clause ends there. */
    private boolean isStop(int distance) {
        PartOfSpeech tag = tags.get(at + distance);
        return tag == PartOfSpeech.FULL_STOP || tag == PartOfSpeech.COLON;
    }

    private void addSurroundings() {
        int from = Math.max(0, at - FAR);
        int to = Math.min(words.size(), at + FAR + 1);
        for (int i = from; i < to; i++) {
            String word = word(i - at);
            if (i != at && Character.isLetter(word.charAt(0))) {
                add(Kind.WORD_FAR, word, "");
                if (word.length() >= SHORTEST_STEMMED) {
                    add(Kind.STEM_FAR, word.substring(0, Math.min(word.length(), STEM)), "");
                }
                if (Math.abs(i - at) <= NEAR) {
                    add(Kind.WORD_NEAR, word, i < at ? "before" : "after");
                }
            }
        }
    }

    private enum Kind {
        ALWAYS, SHAPE, TAG, TAG_BEFORE, TAG_AFTER, TAG_BEFORE_THAT, TAG_AFTER_THAT, TAGS_BEFORE, TAGS_AFTER,
        TAGS_AROUND, TAG_AND_BEFORE, TAG_AND_AFTER, TAGS_THREE, WORD_BEFORE, WORD_AFTER, WORD_BEFORE_THAT,
        WORD_AFTER_THAT, WORDS_BEFORE, WORDS_AFTER, WORDS_AROUND, WORD_BEFORE_AND_TAG, TAG_AND_WORD_AFTER,
        ENDING_BEFORE, ENDING_AFTER, GOVERNOR, GOVERNOR_WORD, VERB_BEFORE, VERB_TAG_BEFORE, WORD_FAR, WORD_NEAR,
        STEM_FAR, CAPITALS_AROUND, CAPITAL_AND_BEFORE, CAPITAL_AND_AFTER, GOVERNOR_AND_AFTER, GOVERNOR_WORD_AND_AFTER,
        PATH, NEXT_VERB_TAG, NEXT_VERB, OBJECT_TAG, OBJECT, OBJECT_AND_BEFORE
    }

    @SuppressWarnings("EnumOrdinal") // a number for each kind, the same as in training
    private void add(Kind kind, String value, String second) {
        int hash = kind.ordinal() + 1;
        for (int i = 0; i < value.length(); i++) {
            hash = 0x01000193 * (hash ^ value.charAt(i)) + (hash >>> 15);
        }
        hash = 0x01000193 * (hash ^ 0xFFFF) + (hash >>> 15);
        for (int i = 0; i < second.length(); i++) {
            hash = 0x01000193 * (hash ^ second.charAt(i)) + (hash >>> 15);
        }
        features[size++] = mix(hash);
    }

    /** Every bit of the result depends on every bit of the hash (the finalizer of MurmurHash3). */
    private static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    private String tag(int distance) {
        int place = at + distance;
        return place < 0 || place >= tags.size() ? OUTSIDE : tags.get(place).label();
    }

    private String wordClass(int distance) {
        int place = at + distance;
        return place < 0 || place >= tags.size() ? OUTSIDE : tags.get(place).wordClass();
    }

    private String word(int distance) {
        int place = at + distance;
        if (place < 0 || place >= words.size()) {
            return OUTSIDE;
        }
        String word = words.get(place);
        return Character.isDigit(word.charAt(0)) ? "0" : word.toLowerCase(Locale.ROOT);
    }

    private String ending(int distance) {
        String word = word(distance);
        return word.substring(Math.max(0, word.length() - ENDING));
    }

    /** Whether the word there begins with a capital, begins with a small letter, or is none. */
    private String initial(int distance) {
        int place = at + distance;
        if (place < 0 || place >= words.size()) {
            return OUTSIDE;
        }
        char first = words.get(place).charAt(0);
        return Character.isUpperCase(first) ? "X" : Character.isLetter(first) ? "x" : ".";
    }

    private String shape() {
        String word = words.get(at);
        if (!Character.isUpperCase(word.charAt(0))) {
            return "x";
        }
        return word.length() > 1 && Character.isUpperCase(word.charAt(1)) ? "XX" : "Xx";
    }
}
