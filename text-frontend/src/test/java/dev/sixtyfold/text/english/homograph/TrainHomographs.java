package dev.sixtyfold.text.english.homograph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trains the classifiers of {@link Homographs}: {@code TrainHomographs TRAIN.tsv VOICE_DIRECTORY OUT.weights}. Without an
 * output file it cross-validates instead. Sentences that are held out are used for neither. See the module's README.
 */
public final class TrainHomographs {

    static final Trainer.Settings SETTINGS = new Trainer.Settings(10, 0.1, 1e-4, 3);
    private static final int FOLDS = 5;
    /** How often each of our own sentences counts: they are few, and chosen for what the data is short of. */
    private static final int COPIES = 2;

    private TrainHomographs() {}

    public static void main(String[] arguments) throws IOException {
        HomographData data = new HomographData(Path.of(arguments[1]));
        List<Example> examples = HomographData.lines(Path.of(arguments[0])).stream().filter(line -> !line.isHeldOut())
                .map(data::example).flatMap(Optional::stream).toList();
        List<Example> more = data.ownSentences().stream().map(data::example).flatMap(Optional::stream)
                .flatMap(example -> Collections.nCopies(COPIES, example).stream()).toList();
        if (arguments.length < 3) {
            System.out.println(crossValidate(examples, more));
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            new Trainer(SETTINGS).train(Stream.concat(examples.stream(), more.stream()).toList()).write(out);
        }
    }

    /** The accuracy over all parts, each judged by what was learnt from the others and from {@code more}. */
    private static Accuracy crossValidate(List<Example> examples, List<Example> more) {
        Accuracy accuracy = new Accuracy();
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            List<Example> others = Stream.concat(more.stream(),
                    examples.stream().filter(example -> example.fold(FOLDS) != fold)).toList();
            Classifier classifier = new Classifier(new Trainer(SETTINGS).train(others));
            examples.stream().filter(example -> example.fold(FOLDS) == fold).forEach(example -> {
                double[] probabilities = classifier.probabilities(example.homograph(), example.features());
                accuracy.count(example.homograph().word(), String.valueOf(example.sense()),
                        Classifier.best(probabilities) == example.sense());
            });
        }
        return accuracy;
    }
}
