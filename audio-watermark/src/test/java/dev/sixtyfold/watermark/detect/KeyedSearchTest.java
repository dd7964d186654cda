package dev.sixtyfold.watermark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sixtyfold.speech.dsp.StockhamLaneFft;
import dev.sixtyfold.watermark.detect.KeyedSearch.Candidate;
import dev.sixtyfold.watermark.key.WatermarkKey;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class KeyedSearchTest {

    private final KeyedPattern pattern = new KeyedPattern(WatermarkKey.parse("07".repeat(32)));
    private final KeyedSearch search = KeyedSearch.of(List.of(pattern)).getFirst();
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    private Folded noise() {
        float[] sums = new float[CellGrid.CELLS];
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = (float) random.nextGaussian();
        }
        return new Folded(new CellEvidence(Line.IDENTITY, 0, 0, new float[0], new float[0]), sums);
    }

    /** By the definition, one supposition after the other. */
    private double best(Folded folded, int family) {
        double best = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < CellGrid.PERIOD; start++) {
            double sum = 0;
            double energy = 0;
            for (int cell = 0; cell < CellGrid.CELLS; cell++) {
                int patternCell = (cell + start * CellGrid.BANDS) % CellGrid.CELLS;
                if (pattern.isSync(patternCell)) {
                    double value = folded.sums()[cell];
                    sum += value * pattern.sign(family, patternCell);
                    energy += value * value;
                }
            }
            best = Math.max(best, sum / Math.sqrt(energy));
        }
        return best;
    }

    @Test
    void bothOfAPairAreCorrelatedAsIfEachWereAlone() {
        Folded one = noise();
        Folded other = noise();
        List<Candidate> candidates = search.candidates(new FoldedPair(one, other, new StockhamLaneFft(CellGrid.PERIOD,
                CellGrid.BANDS)));
        assertThat(candidates).hasSize(2 * KeyedPattern.FAMILIES);
        for (Candidate candidate : candidates) {
            assertThat(candidate.z()).isCloseTo(best(candidate.folded(), candidate.family()), within(1e-4));
        }
        assertThat(candidates).extracting(Candidate::folded).contains(one, other);
    }
}
