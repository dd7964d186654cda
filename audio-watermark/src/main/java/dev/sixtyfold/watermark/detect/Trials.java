package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.detect.KeyedSearch.Candidate;
import dev.sixtyfold.watermark.detect.KeyedSearch.Reading;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.Optional;

/**
 * How much was tried on one recording, and the best of it. Each supposition counts twice: by its synchronisation cells alone,
 * and by all cells, once for each id, whether it was decoded or not, since it might have been.
 */
final class Trials {

    private static final double LOG_THRESHOLD = Math.log(Verification.THRESHOLD);

    private long tried;
    private double bestSyncZ;
    private double bestZ;
    private Optional<KeyId> bestKey = Optional.empty();

    void tried(int suppositions) {
        tried += suppositions;
    }

    void synchronised(Candidate candidate) {
        if (candidate.z() > bestSyncZ) {
            bestSyncZ = candidate.z();
            bestKey = Optional.of(candidate.search().pattern().key().id());
        }
    }

    /** A reading that is consistent: others are no id, and were not counted. */
    void decoded(Reading reading) {
        bestZ = Math.max(bestZ, reading.z());
    }

    /** By what was tried so far. */
    boolean isCertain(Reading reading) {
        return logP(reading) <= LOG_THRESHOLD;
    }

    /** A score below this is not certain, by what was tried so far, nor will it be later. */
    double leastZ() {
        double trials = logIdTrials();
        double low = 0;
        double high = 50;
        while (high - low > 1e-6) {
            double middle = 0.5 * (low + high);
            if (Bound.logP(middle, trials) <= LOG_THRESHOLD) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Of an id. */
    double logP(Reading reading) {
        return Bound.logP(reading.z(), logIdTrials());
    }

    /** Of the presence of a mark, whichever way it shows best. */
    double logP() {
        return Math.min(Bound.logP(bestSyncZ, logTrials()), Bound.logP(bestZ, logIdTrials()));
    }

    double bestScore() {
        return Math.max(bestSyncZ, bestZ);
    }

    Optional<KeyId> bestKey() {
        return bestKey;
    }

    /** Half of the allowance goes to each of the two ways. */
    double logTrials() {
        return Math.log(2.0 * Math.max(1, tried));
    }

    /** All marks at every offset and start slot; the family follows from the mark. */
    private double logIdTrials() {
        return logTrials() - Math.log(KeyedPattern.FAMILIES) + Bound.LOG_MARKS;
    }
}
