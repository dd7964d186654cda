package dev.sixtyfold.load.peers;

import dev.sixtyfold.server.bench.listeners.SpeechRequest;
import dev.sixtyfold.server.bench.listeners.SpeechServer;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Another project's package as one would put it behind a simple server: a process for each core, and one queue in front of
 * them, first come, first served. Texts and audio go through pipes, which costs less than a network protocol would.
 */
public final class Peer implements AutoCloseable {

    private final List<PeerWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Semaphore idle = new Semaphore(0);

    private Peer() {}

    /**
     * Starts the processes and waits until they are ready.
     *
     * @param command
     *            of a worker, to which its core and {@code folder} are added
     * @param log
     *            gets what the processes write to standard error
     */
    public static Peer start(List<String> command, Path folder, Path log) throws IOException {
        Peer peer = new Peer();
        try {
            for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
                List<String> words = new ArrayList<>(command);
                words.addAll(List.of(Integer.toString(core), folder.toString()));
                PeerWorker worker = PeerWorker.start(words, log);
                peer.workers.add(worker);
                peer.threads.add(Thread.ofVirtual().start(() -> peer.work(worker)));
            }
        } catch (IOException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    /** What speaks, in its own words. */
    public String description() {
        return workers.getFirst().description();
    }

    /** Of all processes. */
    public Duration processorTime() {
        return workers.stream().map(PeerWorker::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    /** The server of one load test; what it left unfinished at its end is not begun any more. */
    public SpeechServer connect(Executor thread) {
        return new Connection(thread);
    }

    /** Waits until nothing is being spoken any more. */
    public void awaitIdle() throws InterruptedException {
        idle.acquire(workers.size());
        idle.release(workers.size());
    }

    private void work(PeerWorker worker) {
        idle.release();
        try {
            while (true) {
                Job job = queue.take();
                idle.acquire();
                job.speak(worker);
                idle.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        workers.forEach(PeerWorker::close);
    }

    private final class Connection implements SpeechServer {

        private final Executor thread;
        private final List<Job> jobs = new ArrayList<>();

        Connection(Executor thread) {
            this.thread = thread;
        }

        @Override
        public Call speak(SpeechRequest request, Events events) {
            Job job = new Job(request.text(), events, thread);
            jobs.add(job);
            queue.add(job);
            return job;
        }

        @Override
        public Speaker speaker() {
            return new Speaker(description(), "");
        }

        @Override
        public void close() {
            jobs.forEach(Job::cancel);
        }
    }

    private static final class Job implements SpeechServer.Call {

        private final String text;
        private final SpeechServer.Events events;
        private final Executor thread;
        private volatile boolean cancelled;

        Job(String text, SpeechServer.Events events, Executor thread) {
            this.text = text;
            this.events = events;
            this.thread = thread;
        }

        void speak(PeerWorker worker) {
            if (cancelled) {
                return;
            }
            Status.Code code = Status.Code.OK;
            try {
                worker.speak(text, audio -> tell(() -> events.audio(audio)));
            } catch (IOException e) {
                code = Status.Code.INTERNAL;
            }
            SpeechServer.Ending ending = new SpeechServer.Ending(code, null);
            tell(() -> events.ended(ending));
        }

        private void tell(Runnable event) {
            try {
                thread.execute(() -> {
                    if (!cancelled) {
                        event.run();
                    }
                });
            } catch (RejectedExecutionException e) {
                cancelled = true; // the load test is over, and its thread has ended
            }
        }

        /** Pieces come as they are made, whether anybody takes them or not. */
        @Override
        public void read() {}

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void vanish() {
            cancelled = true;
        }
    }
}
