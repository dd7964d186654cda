package dev.sixtyfold.text.english.homograph;

/**
 * A labelled place in a sentence.
 *
 * @param sense
 *            which of the homograph's
 * @param features
 *            of its {@link Context}
 * @param sentence
 *            as the data has it
 * @param checksum
 *            of the sentence: decides what it is used for
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record Example(Homograph homograph, int sense, int[] features, String sentence, long checksum) {

    static final int PARTS = 10;

    /** Whether it is kept apart from training and from every choice that training involves. */
    boolean isHeldOut() {
        return checksum % PARTS == 0;
    }

    /** In which part of a cross-validation it is, from 0 to {@code folds} - 1. */
    int fold(int folds) {
        return (int) (checksum / PARTS % folds);
    }
}
