package dev.sixtyfold.server.storage;

import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.key.KeyRing;
import dev.sixtyfold.watermark.key.WatermarkKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The durable counter behind the request ids. A new database begins at a random place, so that a second one under the same
 * keys, or one that takes the place of one that was lost, does not repeat ids but by a rare chance.
 */
final class IdBlocks {

    private static final long IDS = 1L << 32;

    private final Database database;
    private final KeyRing ring;
    private final InstantSource clock;
    private final String holder;

    /**
     * @param holder
     *            names this process in the records
     */
    IdBlocks(Database database, KeyRing ring, InstantSource clock, String holder) {
        this.database = database;
        this.ring = ring;
        this.clock = clock;
        this.holder = holder;
    }

    /**
     * Begins the counter, if the database is new, and notes that the key of the ring stamps.
     *
     * @throws StorageException
     *             if audio that is on record was stamped with a key that the ring lacks, or the database cannot be used
     */
    void begin(RandomGenerator random) throws StorageException {
        String permutationKey = ring.entries().getFirst().key().id().value();
        String problem = database.transaction(connection -> {
            List<String> lost = lostKeys(connection);
            if (!lost.isEmpty()) {
                return "has requests that were stamped with the watermark keys " + String.join(", ", lost)
                        + ", and they are gone. Restore the key file from a backup, or set SIXTYFOLD_WATERMARK_KEY;"
                        + " or move the database away to begin a new one";
            }
            execute(connection, "INSERT INTO id_counter (singleton, permutation_key, first_value, given)"
                    + " VALUES (1, ?, ?, 0) ON CONFLICT DO NOTHING", permutationKey, random.nextLong(IDS));
            String counted = permutationKey(connection);
            if (!counted.equals(permutationKey)) {
                return "its request ids are numbered under the watermark key " + counted
                        + ", but the oldest key here is "
                        + permutationKey + ": with that ids would come twice. Restore the key file that goes with it";
            }
            execute(connection,
                    "INSERT INTO watermark_key (key_id, first_used_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    ring.stamping().id().value(), clock.millis());
            return "";
        });
        if (!problem.isEmpty()) {
            throw new StorageException(database.name() + ": " + problem);
        }
    }

    /**
     * Takes numbers that nobody else has or will have; that they are taken is on disk when this returns.
     *
     * @return the first of them, modulo 2^32
     */
    long take(int count) throws StorageException {
        return database.durableTransaction(connection -> {
            int changed = execute(connection, "UPDATE id_counter SET given = given + ? WHERE given + ? <= ?", count,
                    count, IDS);
            if (changed == 0) {
                throw new SQLException("all 2^32 request ids are given out; use another database");
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT first_value, given FROM id_counter");
                    ResultSet counter = select.executeQuery()) {
                counter.next();
                long first = counter.getLong(2) - count;
                execute(connection, "INSERT INTO id_block (first_ordinal, size, reserved_at, holder)"
                        + " VALUES (?, ?, ?, ?)", first, count, clock.millis(), holder);
                return (counter.getLong(1) + first) % IDS;
            }
        });
    }

    private List<String> lostKeys(Connection connection) throws SQLException {
        List<String> here = ring.entries().stream().map(KeyRing.Entry::key).map(WatermarkKey::id).map(KeyId::value)
                .toList();
        List<String> lost = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT key_id FROM watermark_key ORDER BY first_used_at"); ResultSet keys = select.executeQuery()) {
            while (keys.next()) {
                if (!here.contains(keys.getString(1))) {
                    lost.add(keys.getString(1));
                }
            }
        }
        return lost;
    }

    private static String permutationKey(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT permutation_key FROM id_counter");
                ResultSet counter = select.executeQuery()) {
            counter.next();
            return counter.getString(1);
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
