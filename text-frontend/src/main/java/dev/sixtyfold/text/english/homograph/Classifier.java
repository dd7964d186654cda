package dev.sixtyfold.text.english.homograph;

/** Says how likely each sense of a homograph is in a context: a log-linear model. */
public final class Classifier {

    private final Weights weights;

    public Classifier(Weights weights) {
        this.weights = weights;
    }

    /**
     * The probabilities of the senses.
     *
     * @param features
     *            of the {@link Context}
     * @return one for each sense, together 1
     */
    public double[] probabilities(Homograph homograph, int[] features) {
        double[] scores = new double[homograph.senses().size()];
        for (int i = 1; i < scores.length; i++) {
            Sense sense = homograph.senses().get(i);
            scores[i] = weights.sum(sense.id(), features) + (sense.verb() ? weights.sum(Weights.VERBS, features) : 0);
        }
        return normalized(scores);
    }

    /** The logistic function of several variables. */
    public static double[] normalized(double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(scores[i] - greatest);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** The place of the greatest of {@code probabilities}. */
    public static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }
}
