package dev.sixtyfold.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(pool.threshold).isEqualTo(72 * MIB);
        pool.used = 73 * MIB;
        old.exceeded();
        assertThat(collections).isEqualTo(1);
        assertThat(pool.threshold).isEqualTo(92 * MIB);
    }

    @Test
    void whatLivesMayBeLarge() {
        OldGeneration old = new OldGeneration(pool, () -> collections++);
        pool.used = 200 * MIB;
        old.exceeded();
        assertThat(pool.threshold).as("half of it more, or nothing but collections would be done")
                .isEqualTo(300 * MIB);
    }

    /** The collector of the launcher, with a heap that has room for all of it: only the watch has a reason to collect. */
    @ParameterizedTest
    @CsvSource({"watched,true", "unwatched,false"})
    void aProcessIsCollectedLongBeforeItsHeapIsFull(String how, boolean collected) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xms1200m", "-Xmx1200m", "-Xmn64m", "-XX:PretenureSizeThreshold=8m", "-cp",
                System.getProperty("java.class.path"),
                OldGarbage.class.getName(), how).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Integer.parseInt(said.strip()) > 0).as("%s collections", said.strip()).isEqualTo(collected);
    }

    /** Fills the old generation with 600 MiB that nobody needs, and says how often it was collected. */
    static final class OldGarbage {

        private static final int LARGE = 16 << 20;
        private static final int SMALL = 64 << 10;

        private OldGarbage() {}

        public static void main(String[] how) throws InterruptedException {
            if (how[0].equals("watched")) {
                OldGeneration.watch();
            }
            GarbageCollectorMXBean old = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(bean -> bean.getName().equals("MarkSweepCompact")).findFirst().orElseThrow();
            long sum = 0;
            for (int i = 0; i < 38; i++) {
                sum += new byte[LARGE].length; // goes there at once
                for (int j = 0; j < LARGE / SMALL * 4; j++) {
                    sum += new byte[SMALL].length; // and then the young generation is collected
                }
                Thread.sleep(10); // it is told by another thread
            }
            if (sum > 0) {
                System.out.println(old.getCollectionCount());
            }
        }
    }
}
