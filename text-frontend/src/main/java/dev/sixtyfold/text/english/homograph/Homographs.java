package dev.sixtyfold.text.english.homograph;

import dev.sixtyfold.speech.Explanation.Alternative;
import dev.sixtyfold.text.english.reading.Decision;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.reading.Reading;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the words that a sentence has to decide: "read", "live", "bass". */
public final class Homographs {

    static final String WEIGHTS = "homographs.weights";

    private final Map<String, Homograph> homographs;
    private final Classifier classifier;
    private final Dialect dialect;

    Homographs(Map<String, Homograph> homographs, Classifier classifier, Dialect dialect) {
        this.homographs = homographs;
        this.classifier = classifier;
        this.dialect = dialect;
    }

    /** With the table and the weights that come with the program. */
    public static Homographs bundled(Dialect dialect) {
        try (InputStream file = Homographs.class.getResourceAsStream(WEIGHTS)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + WEIGHTS);
            }
            return new Homographs(HomographTable.bundled(),
                    new Classifier(Weights.read(new BufferedInputStream(file))), dialect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The reading of the word at {@code at} with the likelihood of each; nothing if it is no homograph.
     *
     * @param words
     *            of one sentence, as written, punctuation marks too
     * @param tags
     *            one for each word
     */
    public Optional<Reading> read(List<String> words, List<PartOfSpeech> tags, int at) {
        Homograph homograph = homographs.get(words.get(at).toLowerCase(Locale.ROOT));
        if (homograph == null) {
            return Optional.empty();
        }
        double[] probabilities = classifier.probabilities(homograph, Context.features(words, tags, at));
        List<Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            Sense sense = homograph.senses().get(i);
            alternatives.add(new Alternative(sense.phonemes(dialect), sense.label(), probabilities[i]));
        }
        alternatives.sort(Comparator.comparingDouble(Alternative::score).reversed());
        return Optional.of(new Reading(alternatives.getFirst().phonemes(), Decision.HOMOGRAPH, alternatives));
    }
}
