package dev.sixtyfold.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {

    private static final long MIB = 1 << 20;

    private final FakePool pool = new FakePool();
    private int collections;

    private static final class FakePool implements OldGeneration.Pool {

        private long used = 40 * MIB;
        private long threshold;

        @Override
        public long used() {
            return used;
        }

        @Override
        public void notifyAbove(long bytes) {
            threshold = bytes;
        }
    }

    @Test
    void isCollectedOnceItHasGrown() {
        OldGeneration old = new OldGeneration(pool, () -> {
            collections++;
            pool.used = 60 * MIB;
        });
        assertThat(pool.threshold).isEqualTo(136 * MIB);
        pool.used = 137 * MIB;
        old.exceeded();
        assertThat(collections).isEqualTo(1);
        assertThat(pool.threshold).isEqualTo(156 * MIB);
    }

    @Test
    void whatLivesMayBeLarge() {
        OldGeneration old = new OldGeneration(pool, () -> collections++);
        pool.used = 200 * MIB;
        old.exceeded();
        assertThat(pool.threshold).as("twice what lives, or nothing but collections would be done")
                .isEqualTo(400 * MIB);
    }

    /** The tests of this module run with the collector of the launcher or another one: neither may fail. */
    @Test
    void thisProcessCanBeWatched() {
        OldGeneration.watch();
        assertThat(collections).isZero();
    }
}
