package dev.sixtyfold.server.bench.listeners;

import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server as a load test sees it. */
interface SpeechServer {

    /** Asks for a text to be spoken. What comes of it is told to {@code events}, later and in order. */
    Call speak(SpeechRequest request, Events events);

    /** The client's end of a stream. */
    interface Call {

        /** Takes one more piece of audio off the connection; only for {@link SpeechRequest.Reading#ON_DEMAND}. */
        void read();

        /** Ends the stream as a client does that still lives. */
        void cancel();

        /** Cuts the connection without a word. Only for a request that has its own. */
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

        boolean isWhole() {
            return code == Status.Code.OK;
        }

        boolean isRefusal() {
            return code == Status.Code.RESOURCE_EXHAUSTED;
        }
    }
}
