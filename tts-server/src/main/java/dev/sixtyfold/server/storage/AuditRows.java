package dev.sixtyfold.server.storage;

import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.KeyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes rows of the table {@code request}, several in one transaction. */
final class AuditRows implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO request (request_id, key_id, caller, way, started_at, sample_rate, voice, model_hash, seed,
                speaking_rate, volume_gain_db, characters, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COMPLETE = """
            UPDATE request SET outcome = ?, ended_at = ?, audio_millis = ?, characters = ? WHERE request_id = ?""";

    private final PreparedStatement insert;
    private final PreparedStatement complete;

    AuditRows(Connection connection) throws SQLException {
        this.insert = connection.prepareStatement(INSERT);
        this.complete = connection.prepareStatement(COMPLETE);
    }

    void begin(AuditedRequest request, KeyId key) throws SQLException {
        AuditedRequest.Speech speech = request.speech().orElse(null);
        Object[] values = {request.id().toString(), key.value(), request.requester().caller(),
            request.requester().way().name(), request.startedAt().toEpochMilli(), request.sampleRate(),
            speech == null ? null : speech.voice(), speech == null ? null : speech.modelHash(),
            speech == null ? null : speech.seed(), speech == null ? null : speech.speakingRate(),
            speech == null ? null : speech.volumeGainDb(), speech == null ? null : speech.characters(),
            Outcome.OPEN.name()};
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    void end(RequestId id, AuditResult result) throws SQLException {
        complete.setString(1, result.outcome().name());
        complete.setLong(2, result.endedAt().toEpochMilli());
        complete.setLong(3, result.audio().toMillis());
        complete.setInt(4, result.characters());
        complete.setString(5, id.toString());
        complete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        complete.close();
    }
}
