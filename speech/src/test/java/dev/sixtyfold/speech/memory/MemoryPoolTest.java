package dev.sixtyfold.speech.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryPoolTest {

    private final AtomicInteger made = new AtomicInteger();
    private final MemoryPool<int[]> pool = new MemoryPool<>(() -> new int[]{made.incrementAndGet()});

    @Test
    void whatWasGivenBackIsTakenAgain() {
        int[] first = pool.take();
        pool.giveBack(first);
        assertThat(pool.take()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void twoThatAreInUseAreTwo() {
        assertThat(pool.take()).isNotSameAs(pool.take());
        assertThat(made).hasValue(2);
    }

    @Test
    void noMoreThanSixtyFourLieIdle() {
        List<int[]> taken = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            taken.add(pool.take());
        }
        taken.forEach(pool::giveBack);
        for (int i = 0; i < 70; i++) {
            pool.take();
        }
        assertThat(made).hasValue(76);
    }
}
