package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.detect.KeyedSearch.Candidate;
import dev.sixtyfold.watermark.detect.KeyedSearch.Reading;
import dev.sixtyfold.watermark.key.KeyId;
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

    void decoded(Reading reading) {
        bestZ = Math.max(bestZ, reading.z());
    }

    /** By what was tried so far. */
    boolean isCertain(Reading reading) {
        return logP(reading) <= LOG_THRESHOLD;
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

    private double logIdTrials() {
        return logTrials() + Bound.LOG_IDS;
    }
}
