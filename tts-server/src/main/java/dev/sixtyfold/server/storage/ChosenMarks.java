package dev.sixtyfold.server.storage;

import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.key.KeyId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The records of ids that were stamped by choice. */
public final class ChosenMarks {

    private final Database database;

    public ChosenMarks(Database database) {
        this.database = database;
    }

    /**
     * Puts one on record; it is on disk when this returns.
     *
     * @throws StorageException
     *             if it cannot be written
     */
    public void add(RequestId id, KeyId key, Requester requester, Instant at) throws StorageException {
        database.durableTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO chosen_mark (request_id, key_id, caller, stamped_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, id.toString());
                insert.setString(2, key.value());
                insert.setString(3, requester.caller());
                insert.setLong(4, at.toEpochMilli());
                return insert.executeUpdate();
            }
        });
    }

    /**
     * When an id was stamped by choice, the first time first.
     *
     * @throws StorageException
     *             if the database cannot be read
     */
    public List<Instant> of(RequestId id) throws StorageException {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT stamped_at FROM chosen_mark WHERE request_id = ? ORDER BY stamped_at")) {
                select.setString(1, id.toString());
                List<Instant> times = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        times.add(Instant.ofEpochMilli(rows.getLong(1)));
                    }
                }
                return times;
            }
        });
    }
}
