package dev.sixtyfold.server.grpc;

import com.google.protobuf.ByteString;
import dev.sixtyfold.speech.Cancellation;
import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a client sends in messages, as a stream for the thread that reads it. The client is asked for a message when the one
 * before is read: no more than one is held.
 */
final class Upload extends InputStream {

    private static final ByteString END = ByteString.EMPTY;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final BlockingQueue<ByteString> arrived = new ArrayBlockingQueue<>(2);
    private final Runnable askForMore;
    private final Cancellation cancellation;
    private final Duration idleTimeout;
    private ByteString current = ByteString.EMPTY;
    private int at;
    private boolean begun;
    private boolean over;

    /**
     * An upload whose first message has been asked for.
     *
     * @param askForMore
     *            asks the client for the next message
     */
    Upload(Runnable askForMore, Cancellation cancellation, Duration idleTimeout) {
        this.askForMore = askForMore;
        this.cancellation = cancellation;
        this.idleTimeout = idleTimeout;
    }

    /** From the client; there is room for it, since it was asked for. */
    void push(ByteString piece) {
        if (piece.isEmpty()) {
            askForMore.run();
        } else {
            arrived.add(piece);
        }
    }

    /** Nothing more comes. */
    void end() {
        arrived.add(END);
    }

    @Override
    public int read() {
        return await() ? current.byteAt(at++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!await()) {
            return -1;
        }
        int count = Math.min(length, current.size() - at);
        current.substring(at, at + count).copyTo(buffer, from);
        at += count;
        return count;
    }

    /** Returns whether there is a byte, when that is known. */
    private boolean await() {
        while (!over && at == current.size()) {
            if (begun) {
                askForMore.run();
            }
            begun = true;
            current = next();
            at = 0;
            over = current.isEmpty();
        }
        return !over;
    }

    private ByteString next() {
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < idleTimeout.toNanos()) {
                cancellation.check();
                ByteString piece = arrived.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                if (piece != null) {
                    return piece;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new InvalidRequest("audio_content", "nothing of it has arrived for " + idleTimeout.toMillis()
                + " ms; half-close the call after the last piece");
    }
}
