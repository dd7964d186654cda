package dev.sixtyfold.server.grpc;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.Receipt;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line for each request that was admitted. It never holds the text that is spoken: of an unforeseen exception it has
 * the places but not the messages, since those may quote what they were working on.
 */
final class CallLog {

    private static final System.Logger LOG = System.getLogger(CallLog.class.getName());

    private CallLog() {}

    static void finished(Receipt receipt) {
        LOG.log(INFO,
                () -> String.format(Locale.ROOT, "stream %s finished: %s of audio in %d ms, real-time factor %.0f",
                        receipt.requestId(), seconds(receipt.audio()), receipt.wall().toMillis(),
                        receipt.realTimeFactor()));
    }

    static void ended(Receipt receipt, SynthesisException why) {
        String how = why instanceof SynthesisException.Cancelled
                ? "cancelled"
                : why instanceof SynthesisException.DeadlineExceeded
                        ? "ended by its deadline"
                        : "failed (" + why.getMessage() + ")";
        LOG.log(INFO, () -> "stream " + receipt.requestId() + " " + how + " after " + seconds(receipt.audio())
                + " of audio");
    }

    /** Something that no request should be able to cause. */
    static void failed(String what, Throwable failure) {
        LOG.log(ERROR, () -> what + " failed:" + places(failure));
    }

    private static String places(@Nullable Throwable failure) {
        return failure == null
                ? ""
                : "\n" + failure.getClass().getName() + Arrays.stream(failure.getStackTrace()).map(
                        frame -> "\n    at " + frame).collect(Collectors.joining()) + places(failure.getCause());
    }

    private static String seconds(Duration audio) {
        return String.format(Locale.ROOT, "%.1f s", audio.toNanos() / 1e9);
    }
}
