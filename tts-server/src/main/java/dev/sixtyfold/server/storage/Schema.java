package dev.sixtyfold.server.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the tables and brings older ones up to date. Flyway takes a while to start: where nothing is to be done, it does not. */
final class Schema {

    /** Of the newest file in the folder {@code migration}. */
    static final int VERSION = 2;

    private static final String HISTORY = "flyway_schema_history";
    private static final int ATTEMPTS = 5;

    private Schema() {}

    static void bringUpToDate(Database database, DataSource source, boolean mayChange) throws IOException {
        int version = database.read(Schema::version);
        if (version > VERSION) {
            throw new StorageException(database.name() + ": was made by a newer Sixtyfold (its tables are of version "
                    + version + ", this one knows " + VERSION + "); use that, or another database");
        }
        if (version == VERSION) {
            return;
        }
        if (!mayChange) {
            throw new StorageException(database.name() + ": its tables are of version " + version + " and not of "
                    + VERSION + "; `sixtyfold serve` brings them up to date");
        }
        for (int attempt = 1; database.read(Schema::version) < VERSION; attempt++) {
            migrate(database, source, attempt == ATTEMPTS);
        }
    }

    /** Another process may be doing the same at the same time, and the slower one fails. */
    private static void migrate(Database database, DataSource source, boolean last) throws IOException {
        try {
            Flyway.configure().dataSource(source).locations("classpath:dev/sixtyfold/server/storage/migration")
                    .table(HISTORY).load().migrate();
        } catch (FlywayException e) {
            if (last || database.isLasting(e)) {
                throw new StorageException(database.name() + ": its tables cannot be brought up to date: "
                        + e.getMessage(), e);
            }
        }
    }

    /** 0 where there are no tables yet. */
    private static int version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY,
                null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT version FROM " + HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
            return newest.next() ? Integer.parseInt(newest.getString(1)) : 0;
        }
    }
}
