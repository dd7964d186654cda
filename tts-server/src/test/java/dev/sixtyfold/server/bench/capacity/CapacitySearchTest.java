package dev.sixtyfold.server.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacitySearchTest {

    private final List<Integer> tried = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 31, 32, 33, 100, 255, 256, 299, 300})
    void findsWhatIsCarriedToTheLastListener(int capacity) throws InterruptedException {
        assertThat(find(new CapacitySearch(16, 300, 0), capacity)).isEqualTo(capacity);
        assertThat(tried).doesNotHaveDuplicates().allMatch(listeners -> listeners >= 1 && listeners <= 300);
    }

    @Test
    void doublesAndThenHalves() throws InterruptedException {
        find(new CapacitySearch(16, 4096, 0), 100);

        assertThat(tried).containsExactly(16, 32, 64, 128, 96, 112, 104, 100, 102, 101);
    }

    @Test
    void stopsWhereTheIntervalIsNarrowEnough() throws InterruptedException {
        int found = find(new CapacitySearch(16, 4096, 0.05), 2_000);

        assertThat(found).isBetween(1_900, 2_000);
        assertThat(tried).hasSizeLessThan(14);
    }

    @Test
    void triesNoMoreThanTheMost() throws InterruptedException {
        assertThat(find(new CapacitySearch(16, 50, 0), 1_000)).isEqualTo(50);
        assertThat(tried).containsExactly(16, 32, 50);
    }

    private int find(CapacitySearch search, int capacity) throws InterruptedException {
        tried.clear();
        return search.find(listeners -> {
            tried.add(listeners);
            return listeners <= capacity;
        });
    }
}
