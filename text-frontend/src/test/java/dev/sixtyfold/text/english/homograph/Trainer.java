package dev.sixtyfold.text.english.homograph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits the weights by stochastic gradient descent on the log likelihood, with a step for each weight (AdaGrad; Duchi et al.
 * 2011) and a penalty on large ones. All homographs are learnt at once, since they share what tells a verb from a noun
 * (the weights of a word of its own say how it differs; Daumé 2007).
 */
final class Trainer {

    /**
     * @param epochs
     *            how often each example is seen
     * @param rate
     *            of the steps
     * @param penalty
     *            on the square of a weight
     * @param orders
     *            how many times everything is learnt anew with the examples in another order; the mean of the weights counts
     */
    record Settings(int epochs, double rate, double penalty, int orders) {}

    private final Settings settings;
    /** For each block and key the place of its weight. */
    private final Map<String, Map<Integer, Integer>> blocks = new HashMap<>();
    private double[] weights = new double[1 << 20];
    private double[] squares = new double[1 << 20];
    private int size;

    Trainer(Settings settings) {
        this.settings = settings;
    }

    /** The places in {@link #weights} that add up to the score of a sense. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read often
    private record Prepared(int sense, int[][] places) {}

    Weights train(List<Example> examples) {
        List<Prepared> prepared = new ArrayList<>(examples.stream().map(this::prepare).toList());
        double[] sums = new double[size];
        for (int order = 1; order <= settings.orders; order++) {
            Arrays.fill(weights, 0);
            Arrays.fill(squares, 0);
            Random random = new Random(order);
            for (int epoch = 0; epoch < settings.epochs; epoch++) {
                Collections.shuffle(prepared, random);
                prepared.forEach(this::learn);
            }
            Arrays.setAll(sums, place -> sums[place] + weights[place]);
        }
        Map<String, SortedMap<Integer, Double>> learnt = new TreeMap<>();
        blocks.forEach((name, keys) -> {
            SortedMap<Integer, Double> block = new TreeMap<>();
            keys.forEach((key, place) -> block.put(key, sums[place] / settings.orders));
            learnt.put(name, block);
        });
        return Weights.of(learnt);
    }

    private Prepared prepare(Example example) {
        List<Sense> senses = example.homograph().senses();
        int[][] places = new int[senses.size()][0];
        for (int i = 1; i < places.length; i++) {
            int[] own = places(senses.get(i).id(), example.features());
            int[] shared = senses.get(i).verb() ? places(Weights.VERBS, example.features()) : new int[0];
            places[i] = Arrays.copyOf(own, own.length + shared.length);
            System.arraycopy(shared, 0, places[i], own.length, shared.length);
        }
        return new Prepared(example.sense(), places);
    }

    private int[] places(String block, int[] features) {
        Map<Integer, Integer> keys = blocks.computeIfAbsent(block, name -> new HashMap<>());
        return Arrays.stream(features).map(Weights::key).map(key -> keys.computeIfAbsent(key, added -> add()))
                .toArray();
    }

    private int add() {
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, 2 * size);
            squares = Arrays.copyOf(squares, 2 * size);
        }
        return size++;
    }

    private void learn(Prepared example) {
        double[] scores = new double[example.places.length];
        for (int i = 1; i < scores.length; i++) {
            for (int place : example.places[i]) {
                scores[i] += weights[place];
            }
        }
        double[] probabilities = Classifier.normalized(scores);
        for (int i = 1; i < scores.length; i++) {
            double error = probabilities[i] - (example.sense == i ? 1 : 0);
            for (int place : example.places[i]) {
                double gradient = error + settings.penalty * weights[place];
                squares[place] += gradient * gradient;
                weights[place] -= settings.rate * gradient / Math.sqrt(squares[place] + 1e-3);
            }
        }
    }
}
