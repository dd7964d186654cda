package dev.sixtyfold.server.engine;

import dev.sixtyfold.server.audit.AuditSource;
import dev.sixtyfold.server.audit.AuditTrail;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.synthesis.RequestIds;
import dev.sixtyfold.synthesis.WatermarkStage;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the audio of requests is stamped with, and where the requests are put on record.
 *
 * @param ids
 *            hands out the ids
 * @param stage
 *            puts them into the samples
 * @param trail
 *            puts requests on record
 * @param records
 *            finds them there
 * @param closing
 *            ends what the others hold
 */
public record Stamping(RequestIds ids, WatermarkStage stage, AuditTrail trail, AuditSource records,
        Runnable closing) implements AutoCloseable {

    /** For what nobody hears: a key that is forgotten, ids that are not taken from the durable counter, and no records. */
    public static Stamping forNobody() {
        AtomicInteger ids = new AtomicInteger();
        return new Stamping(() -> new RequestId(ids.incrementAndGet()), new KeyedWatermark(WatermarkKey.generate(
                new SecureRandom())), AuditTrail.NONE, AuditSource.NONE, () -> {});
    }

    /** Writes down what is still to be written. */
    @Override
    public void close() {
        closing.run();
    }
}
