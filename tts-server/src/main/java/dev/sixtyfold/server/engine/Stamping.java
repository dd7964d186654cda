package dev.sixtyfold.server.engine;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.synthesis.KeyedWatermark;
import dev.sixtyfold.synthesis.RequestIds;
import dev.sixtyfold.synthesis.WatermarkStage;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the audio of requests is stamped with, and how.
 *
 * @param ids
 *            hands out the ids
 * @param stage
 *            puts them into the samples
 */
public record Stamping(RequestIds ids, WatermarkStage stage) {

    /** For what nobody hears: a key that is forgotten, and ids that are not taken from the durable counter. */
    public static Stamping forNobody() {
        AtomicInteger ids = new AtomicInteger();
        return new Stamping(() -> new RequestId(ids.incrementAndGet()), new KeyedWatermark(WatermarkKey.generate(
                new SecureRandom())));
    }
}
