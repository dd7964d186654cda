package dev.sixtyfold.load.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryTrendTest {

    @Test
    void theFirstTenthDoesNotCount() {
        MemoryTrend trend = trend(1, 1000, 1, 1, 1, 1, 1, 1, 1, 1000);

        assertThat(trend.growth()).isZero();
        assertThat(trend.isBounded()).isTrue();
    }

    @Test
    void fivePercentIsAllowedAndMoreIsNot() {
        assertThat(trend(0, 1000, 0, 0, 0, 0, 0, 0, 0, 1050).isBounded()).isTrue();
        assertThat(trend(0, 1000, 0, 0, 0, 0, 0, 0, 0, 1051).isBounded()).isFalse();
        assertThat(trend(0, 1000, 0, 0, 0, 0, 0, 0, 0, 900).growth()).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void oneHighValueDoesNotMoveTheMedianOfATenth() {
        List<Long> resident = LongStream.range(0, 100).map(i -> i == 95 ? 9000 : 1000).boxed().toList();

        assertThat(new MemoryTrend(resident).isBounded()).isTrue();
        assertThat(new MemoryTrend(resident).medianOfTenth(10)).isEqualTo(1000);
    }

    @Test
    void everyValueFallsIntoOneTenth() {
        MemoryTrend trend = new MemoryTrend(LongStream.range(0, 105).boxed().toList());

        assertThat(trend.medianOfTenth(1)).isEqualTo(4); // 0 to 9
        assertThat(trend.medianOfTenth(2)).isEqualTo(15); // 10 to 20
        assertThat(trend.medianOfTenth(10)).isEqualTo(99); // 94 to 104
    }

    @Test
    void fewerThanTenValuesAreNoTrend() {
        assertThatThrownBy(() -> trend(1, 2, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
    }

    private static MemoryTrend trend(long... residentKib) {
        return new MemoryTrend(LongStream.of(residentKib).boxed().toList());
    }
}
