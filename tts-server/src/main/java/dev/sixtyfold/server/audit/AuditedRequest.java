package dev.sixtyfold.server.audit;

import dev.sixtyfold.speech.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * A request as it is put on record when it begins.
 *
 * @param id
 *            that its audio carries
 * @param sampleRate
 *            of the audio that leaves, in Hz
 * @param speech
 *            what is spoken; nothing for a recording that is stamped
 */
public record AuditedRequest(RequestId id, Requester requester, Instant startedAt, int sampleRate,
        Optional<Speech> speech) {

    /**
     * What is spoken, but never the text.
     *
     * @param modelHash
     *            SHA-256 of the voice's model file, in hex
     * @param characters
     *            code points of the text, as far as it is known
     */
    public record Speech(String voice, String modelHash, long seed, double speakingRate, double volumeGainDb,
            int characters) {}
}
