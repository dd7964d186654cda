package dev.sixtyfold.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A network that computes the runs of several threads as one, along the first axis of every input and output. Only runs
 * whose tensors are of the same size otherwise go together: what differs in length is filled up by whoever runs it. The graph has
 * to be one in which rows along that axis do not depend on each other.
 *
 * <p>One batch is computed at a time, by the thread whose run came first of those that wait. Runs that come meanwhile
 * are the next batch, so a device that is busy fills its batches by itself. Before it begins, that thread waits for others as long
 * as {@link Batching} says, but not if it is alone: as many are expected as there were at once since the last batch began.
 */
public final class BatchedNetwork implements Network {

    private final Network network;
    private final Batching batching;
    private final LongSupplier clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Run> waiting = new ArrayDeque<>();
    /** Whether some thread gathers a batch or computes one. */
    private boolean busy;
    private int computing;
    /** The most runs at once, waiting and being computed, since the last batch began. */
    private int most;
    private long batches;
    private long runs;
    private long waitedNanos;

    /** One thread's run. Guarded by the lock. */
    private static final class Run {

        private final List<Tensor> inputs;
        private final long came;
        private boolean taken;
        private int batchSize;
        private long waited;
        private @Nullable List<Tensor> outputs;
        /** The same one for all runs of a batch. */
        private @Nullable RuntimeException failure;

        Run(List<Tensor> inputs, long came) {
            this.inputs = inputs;
            this.came = came;
        }

        boolean isDone() {
            return outputs != null || failure != null;
        }
    }

    /**
     * @param network
     *            closed with this one
     */
    public BatchedNetwork(Network network, Batching batching) {
        this(network, batching, System::nanoTime);
    }

    BatchedNetwork(Network network, Batching batching, LongSupplier clock) {
        this.network = network;
        this.batching = batching;
        this.clock = clock;
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs) {
        return run(inputs, batch -> {});
    }

    @Override
    public List<Tensor> run(List<Tensor> inputs, Consumer<BatchFigures> told) {
        Run run = computed(inputs);
        List<Tensor> outputs = run.outputs;
        if (outputs == null) {
            throw Objects.requireNonNull(run.failure);
        }
        told.accept(new BatchFigures(1, run.batchSize, Duration.ofNanos(run.waited)));
        return outputs;
    }

    /** Returns the run of these inputs once its batch has been computed, or has failed. */
    private Run computed(List<Tensor> inputs) {
        Run mine;
        List<Run> batch;
        lock.lock();
        try {
            mine = new Run(inputs, clock.getAsLong());
            waiting.add(mine);
            most = Math.max(most, waiting.size() + computing);
            changed.signalAll();
            // Until somebody has computed it, or it is this thread's turn to compute.
            while (!mine.isDone() && (mine.taken || busy || waiting.peekFirst() != mine)) {
                changed.awaitUninterruptibly();
            }
            if (mine.isDone()) {
                return mine;
            }
            busy = true;
            awaitOthers(mine);
            batch = take(mine);
        } finally {
            lock.unlock();
        }
        compute(batch);
        return mine;
    }

    /** Until the batch is full or the wait is over. */
    private void awaitOthers(Run first) {
        long left = batching.longestWait().toNanos();
        long end = first.came + left;
        boolean interrupted = false;
        while (left > 0 && together(first) < Math.min(batching.most(), most)) {
            try {
                changed.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true; // the wait is short, and the run must not be left behind
                break;
            }
            left = end - clock.getAsLong();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int together(Run first) {
        return Math.toIntExact(waiting.stream().filter(run -> TensorStack.fit(first.inputs, run.inputs)).count());
    }

    private List<Run> take(Run first) {
        List<Run> batch = new ArrayList<>();
        for (Iterator<Run> rest = waiting.iterator(); rest.hasNext() && batch.size() < batching.most();) {
            Run run = rest.next();
            if (TensorStack.fit(first.inputs, run.inputs)) {
                rest.remove();
                run.taken = true;
                batch.add(run);
            }
        }
        computing = batch.size();
        most = computing + waiting.size();
        batches++;
        runs += batch.size();
        long now = clock.getAsLong();
        for (Run run : batch) {
            run.batchSize = batch.size();
            run.waited = now - run.came;
            waitedNanos += run.waited;
        }
        return batch;
    }

    private void compute(List<Run> batch) {
        List<List<Tensor>> outputs = List.of();
        RuntimeException failure = null;
        try {
            outputs = batch.size() == 1
                    ? List.of(network.run(batch.getFirst().inputs))
                    : TensorStack.split(network.run(TensorStack.stack(batch.stream().map(run -> run.inputs).toList())),
                            batch.stream().mapToInt(run -> TensorStack.rows(run.inputs)).toArray());
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            lock.lock();
            try {
                busy = false;
                computing = 0;
                for (int i = 0; i < batch.size(); i++) {
                    Run run = batch.get(i);
                    run.outputs = outputs.isEmpty() ? null : outputs.get(i);
                    run.failure = run.outputs != null || failure != null
                            ? failure
                            : new InferenceException("the batch of this run could not be computed");
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    public BatchFigures figures() {
        lock.lock();
        try {
            return new BatchFigures(batches, runs, Duration.ofNanos(waitedNanos));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
