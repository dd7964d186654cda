package dev.sixtyfold.server.bench.listeners;

import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server as a load test sees it. All its methods are called on the load test's one thread, which tells all events. */
public interface SpeechServer {

    /** Asks for a text to be spoken. What comes of it is told to {@code events}, later and in order. */
    Call speak(SpeechRequest request, Events events);

    /** Who speaks, as far as the server has said so by now. */
    Speaker speaker();

    /** Ends all streams. */
    void close();

    /**
     * Who speaks.
     *
     * @param voice
     *            empty if it is not known
     * @param modelHash
     *            SHA-256 of the voice's model file, in hex; empty if it is not known
     */
    record Speaker(String voice, String modelHash) {}

    /** The client's end of a stream. */
    interface Call {

        /** Takes one more piece of audio off the connection; only for {@link SpeechRequest.Reading#ON_DEMAND}. */
        void read();

        /** Ends the stream as a client does that still lives. */
        void cancel();

        /** Cuts the connection without a word. */
        void vanish();
    }

    /** What happens to a stream. */
    interface Events {

        void audio(long nanos);

        /** The last event. */
        void ended(Ending ending);
    }

    /**
     * How a stream ended.
     *
     * @param retryAfter
     *            when the server says to come again; null if it does not
     */
    record Ending(Status.Code code, @Nullable Duration retryAfter) {

        public boolean isWhole() {
            return code == Status.Code.OK;
        }

        public boolean isRefusal() {
            return code == Status.Code.RESOURCE_EXHAUSTED;
        }
    }
}
