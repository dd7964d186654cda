package dev.sixtyfold.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchedNetworkTest {

    private final Doubling doubling = new Doubling();
    private final List<BatchFigures> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> started = new ArrayList<>();

    @AfterEach
    void close() {
        doubling.gate.countDown();
    }

    @Test
    void runsThatComeWhileAnotherIsComputedAreTheNextBatchAndEachGetsItsOwn() throws Exception {
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(8, Duration.ZERO));
        Future<float[]> first = start(network, 1, 2);
        doubling.awaitBegun(1);
        List<Future<float[]>> others = List.of(start(network, 3, 4), start(network, 5, 6), start(network, 7, 8));
        awaitWaiting(others.size());
        doubling.gate.countDown();

        assertThat(first.get()).containsExactly(2, 4);
        assertThat(others.get(0).get()).containsExactly(6, 8);
        assertThat(others.get(1).get()).containsExactly(10, 12);
        assertThat(others.get(2).get()).containsExactly(14, 16);
        assertThat(doubling.rows).containsExactly(1, 3);
        assertThat(network.figures().batches()).isEqualTo(2);
        assertThat(network.figures().runs()).isEqualTo(4);
        assertThat(told).extracting(BatchFigures::batches).containsOnly(1L);
        assertThat(told).extracting(BatchFigures::runs).containsExactlyInAnyOrder(1L, 3L, 3L, 3L);
        assertThat(told.stream().map(BatchFigures::waited).reduce(Duration.ZERO, Duration::plus)).isPositive()
                .isEqualTo(
                        network.figures().waited());
    }

    @Test
    void runsOfOtherSizesDoNotGoTogether() throws Exception {
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(8, Duration.ZERO));
        Future<float[]> first = start(network, 1, 2);
        doubling.awaitBegun(1);
        Future<float[]> pair = start(network, 3, 4);
        awaitWaiting(1);
        Future<float[]> triple = start(network, 5, 6, 7);
        awaitWaiting(2);
        Future<float[]> otherPair = start(network, 8, 9);
        awaitWaiting(3);
        doubling.gate.countDown();

        assertThat(first.get()).containsExactly(2, 4);
        assertThat(pair.get()).containsExactly(6, 8);
        assertThat(triple.get()).containsExactly(10, 12, 14);
        assertThat(otherPair.get()).containsExactly(16, 18);
        assertThat(doubling.rows).containsExactly(1, 2, 1);
    }

    @Test
    void noBatchIsLargerThanAllowed() throws Exception {
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(2, Duration.ZERO));
        List<Future<float[]>> all = new ArrayList<>(List.of(start(network, 1)));
        doubling.awaitBegun(1);
        for (int i = 1; i <= 5; i++) {
            all.add(start(network, i));
        }
        awaitWaiting(5);
        doubling.gate.countDown();
        for (Future<float[]> run : all) {
            run.get();
        }
        assertThat(doubling.rows).containsExactly(1, 2, 2, 1);
    }

    @Test
    void whoIsAloneDoesNotWait() throws Exception {
        doubling.gate.countDown();
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(8, Duration.ofSeconds(1)), () -> 0);
        for (int i = 0; i < 100; i++) {
            assertThat(start(network, i).get()).containsExactly(2 * i);
        }
        assertThat(doubling.rows).hasSize(100).containsOnly(1);
    }

    /** The clock stands still, so the wait has no end but the companion's coming. */
    @Test
    void whoWasInCompanyWaitsForItsCompanion() throws Exception {
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(8, Duration.ofSeconds(1)), () -> 0);
        Future<float[]> first = start(network, 1);
        doubling.awaitBegun(1);
        Future<float[]> second = start(network, 2);
        awaitWaiting(1);
        doubling.gate.countDown();
        assertThat(first.get()).containsExactly(2);

        assertThat(start(network, 3).get()).containsExactly(6);
        assertThat(second.get()).containsExactly(4);
        assertThat(doubling.rows).containsExactly(1, 2);
    }

    @Test
    void aBatchThatFailsFailsAllOfItsRunsAndNoOthers() throws Exception {
        BatchedNetwork network = new BatchedNetwork(doubling, new Batching(8, Duration.ZERO));
        Future<float[]> first = start(network, 1);
        doubling.awaitBegun(1);
        List<Future<float[]>> others = List.of(start(network, 2), start(network, 3));
        awaitWaiting(2);
        doubling.broken = true;
        doubling.gate.countDown();

        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(
                InferenceException.class);
        for (Future<float[]> run : others) {
            assertThatThrownBy(run::get).hasCauseInstanceOf(InferenceException.class);
        }
        doubling.broken = false;
        assertThat(start(network, 4).get()).containsExactly(8);
    }

    @Test
    void outputsThatDoNotHaveTheRowsOfTheBatchAreRefused() {
        List<Tensor> outputs = List.of(Tensor.floats("y", new float[3], 3));
        assertThatThrownBy(() -> TensorStack.split(outputs, new int[]{1, 1})).isInstanceOf(InferenceException.class)
                .hasMessageContaining("output y of shape [3] does not have the 2 rows");
    }

    private Future<float[]> start(BatchedNetwork network, float... row) {
        CompletableFuture<float[]> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon(true).unstarted(() -> {
            try {
                Tensor.Floats output = (Tensor.Floats) network.run(List.of(Tensor.floats("x", row, 1, row.length),
                        Tensor.longs("n", new long[]{row.length}, 1)), told::add).getFirst();
                assertThat(output.shape()).containsExactly(1, row.length);
                result.complete(output.values());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        started.add(thread);
        thread.start();
        return result;
    }

    /** Until so many runs wait for the one that is computed. */
    private void awaitWaiting(int count) {
        while (started.stream().filter(thread -> thread.getState() == Thread.State.WAITING).count() < count + 1) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Doubles numbers, once it may. */
    private static final class Doubling implements Network {

        private final List<Integer> rows = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch gate = new CountDownLatch(1);
        private volatile boolean broken;

        @Override
        public List<Tensor> run(List<Tensor> inputs) {
            Tensor.Floats x = (Tensor.Floats) inputs.getFirst();
            Tensor.Longs n = (Tensor.Longs) inputs.getLast();
            assertThat(n.values()).hasSize((int) x.shape()[0]).containsOnly(x.shape()[1]);
            rows.add((int) x.shape()[0]);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken) {
                throw new InferenceException("broken");
            }
            float[] doubled = Arrays.copyOf(x.values(), x.values().length);
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            return List.of(Tensor.floats("y", doubled, x.shape()));
        }

        void awaitBegun(int count) {
            while (rows.size() < count) {
                LockSupport.parkNanos(100_000);
            }
        }

        @Override
        public void close() {}
    }
}
