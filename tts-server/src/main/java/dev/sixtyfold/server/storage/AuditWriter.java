package dev.sixtyfold.server.storage;

import static java.lang.System.Logger.Level.ERROR;

import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditTrail;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import dev.sixtyfold.watermark.key.KeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes the audit on a thread of its own: what has come in while the last transaction was under way is written in the next
 * one, all together.
 */
final class AuditWriter implements AuditTrail {

    private static final System.Logger LOG = System.getLogger(AuditWriter.class.getName());
    private static final int MOST_AT_ONCE = 512;

    private final Database database;
    private final KeyId key;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** One thing to write; {@code written} says when it is, or why not. */
    private sealed interface Entry {
        CompletableFuture<Void> written();
    }

    private record Begin(AuditedRequest request, CompletableFuture<Void> written) implements Entry {}

    private record End(RequestId id, AuditResult result, CompletableFuture<Void> written) implements Entry {}

    private record Stop(CompletableFuture<Void> written) implements Entry {}

    /**
     * @param key
     *            that the audio of the requests is stamped with
     */
    AuditWriter(Database database, KeyId key) {
        this.database = database;
        this.key = key;
        this.thread = Thread.ofPlatform().daemon().name("audit").start(this::writeAll);
    }

    @Override
    public Recording begin(AuditedRequest request) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        queue.add(new Begin(request, written));
        return new Recording() {
            @Override
            public void awaitWritten() {
                try {
                    written.join();
                } catch (CompletionException e) {
                    throw new RecordsUnavailable("the request could not be put on record: " + messageOf(e), e);
                }
            }

            @Override
            public void end(AuditResult result) {
                queue.add(new End(request.id(), result, new CompletableFuture<>()));
            }
        };
    }

    @Override
    public void close() {
        queue.add(new Stop(new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        List<Entry> batch = new ArrayList<>();
        while (batch.isEmpty() || !(batch.getLast() instanceof Stop)) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(batch, MOST_AT_ONCE);
            write(batch);
        }
    }

    private void write(List<Entry> batch) {
        try {
            database.transaction(connection -> {
                try (AuditRows rows = new AuditRows(connection)) {
                    for (Entry entry : batch) {
                        switch (entry) {
                            case Begin begin -> rows.begin(begin.request(), key);
                            case End end -> rows.end(end.id(), end.result());
                            case Stop stop -> {
                            }
                        }
                    }
                }
                return batch.size();
            });
            batch.forEach(entry -> entry.written().complete(null));
        } catch (StorageException | RuntimeException e) {
            LOG.log(ERROR, "the audit could not be written: {0}", e.getMessage());
            batch.forEach(entry -> entry.written().completeExceptionally(e));
        }
    }

    private static String messageOf(CompletionException failure) {
        return String.valueOf(failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage());
    }
}
