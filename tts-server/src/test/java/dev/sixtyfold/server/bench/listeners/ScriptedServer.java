package dev.sixtyfold.server.bench.listeners;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server whose every stream does the same: pieces of audio at given times after the request, then its end.
 *
 * @param pieces
 *            when each comes, and how long it is
 */
record ScriptedServer(FakeClock clock, List<Piece> pieces, SpeechServer.Ending ending,
        List<Received> received) implements SpeechServer {

    record Piece(double afterMillis, double lengthMillis) {}

    /** A request, and what its client did with the stream. */
    static final class Received implements Call {
        final SpeechRequest request;
        final double atMillis;
        int reads;
        boolean cancelled;
        boolean vanished;

        Received(SpeechRequest request, double atMillis) {
            this.request = request;
            this.atMillis = atMillis;
        }

        @Override
        public void read() {
            reads++;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void vanish() {
            vanished = true;
        }
    }

    static ScriptedServer thatSpeaks(FakeClock clock, Piece... pieces) {
        return new ScriptedServer(clock, List.of(pieces), new Ending(Status.Code.OK, null), new ArrayList<>());
    }

    static ScriptedServer thatEnds(FakeClock clock, Status.Code code, @Nullable Duration retryAfter) {
        return new ScriptedServer(clock, List.of(), new Ending(code, retryAfter), new ArrayList<>());
    }

    @Override
    public Speaker speaker() {
        return new Speaker("", "");
    }

    @Override
    public void close() {}

    @Override
    public Call speak(SpeechRequest request, Events events) {
        Received call = new Received(request, clock.elapsedMillis());
        received.add(call);
        long start = clock.nanoTime();
        double last = 1;
        for (Piece piece : pieces) {
            clock.at(start + FakeClock.millis(piece.afterMillis()), () -> {
                if (!call.cancelled && !call.vanished) {
                    events.audio(FakeClock.millis(piece.lengthMillis()));
                }
            });
            last = piece.afterMillis();
        }
        clock.at(start + FakeClock.millis(last), () -> events.ended(call.cancelled || call.vanished
                ? new Ending(Status.Code.CANCELLED, null)
                : ending));
        return call;
    }
}
