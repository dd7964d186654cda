package dev.sixtyfold.server.storage;

import dev.sixtyfold.server.audit.AuditFinding;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditSource;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.IdPermutation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The records in the database. */
public final class AuditLookup implements AuditSource {

    private static final String RESERVED = """
            SELECT reserved_at, holder, first_value, first_ordinal, size FROM id_counter, id_block
            WHERE first_ordinal = (SELECT MAX(first_ordinal) FROM id_block WHERE first_ordinal <=
                (CASE WHEN ? >= first_value THEN ? - first_value ELSE ? - first_value + 4294967296 END))""";

    private final Database database;
    private final IdPermutation permutation;

    /**
     * @param permutation
     *            that made ids out of the counter
     */
    public AuditLookup(Database database, IdPermutation permutation) {
        this.database = database;
        this.permutation = permutation;
    }

    @Override
    public AuditFinding find(RequestId id) throws StorageException {
        return database.read(connection -> {
            Optional<AuditFinding> recorded = recorded(connection, id);
            return recorded.isPresent() ? recorded.get() : reserved(connection, id);
        });
    }

    private static Optional<AuditFinding> recorded(Connection connection, RequestId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM request WHERE request_id = ?")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(recorded(id, row)) : Optional.empty();
            }
        }
    }

    private static AuditFinding recorded(RequestId id, ResultSet row) throws SQLException {
        Requester requester = new Requester(row.getString("caller"), Way.valueOf(row.getString("way")));
        Optional<AuditedRequest.Speech> speech = Optional.empty();
        if (row.getString("voice") != null) {
            speech = Optional.of(new AuditedRequest.Speech(row.getString("voice"), row.getString("model_hash"),
                    row.getLong("seed"), row.getDouble("speaking_rate"), row.getDouble("volume_gain_db"),
                    row.getInt("characters")));
        }
        AuditedRequest request = new AuditedRequest(id, requester, Instant.ofEpochMilli(row.getLong("started_at")),
                row.getInt("sample_rate"), speech);
        return new AuditFinding.Recorded(request, row.getString("key_id"), new AuditResult(Outcome.valueOf(
                row.getString("outcome")), Instant.ofEpochMilli(row.getLong("ended_at")),
                Duration.ofMillis(
                        row.getLong("audio_millis")),
                row.getInt("characters")));
    }

    private AuditFinding reserved(Connection connection, RequestId id) throws SQLException {
        long number = Integer.toUnsignedLong(permutation.invert(id.value()));
        try (PreparedStatement select = connection.prepareStatement(RESERVED)) {
            select.setLong(1, number);
            select.setLong(2, number);
            select.setLong(3, number);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    long ordinal = Math.floorMod(number - row.getLong("first_value"), 1L << 32);
                    if (ordinal < row.getLong("first_ordinal") + row.getInt("size")) {
                        return new AuditFinding.Reserved(Instant.ofEpochMilli(row.getLong("reserved_at")),
                                row.getString("holder"));
                    }
                }
                return new AuditFinding.Unknown();
            }
        }
    }
}
