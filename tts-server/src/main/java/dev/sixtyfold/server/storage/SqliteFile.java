package dev.sixtyfold.server.storage;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A SQLite file that any number of processes of one machine share. The log is written ahead (WAL), so readers and the one writer
 * do not wait for each other.
 */
record SqliteFile(String url) implements DatabaseKind {

    static final String SCHEME = "jdbc:sqlite:";

    /** One that writes, one that looks up. */
    private static final int CONNECTIONS = 2;

    private Path file() {
        return Path.of(url.substring(SCHEME.length()).replaceFirst("\\?.*", ""));
    }

    @Override
    public String name() {
        return file().toString();
    }

    @Override
    public boolean exists() {
        return Files.exists(file());
    }

    @Override
    public void prepare() throws IOException {
        Path folder = file().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    @Override
    public void configure(HikariConfig config) {
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("busy_timeout", String.valueOf(Database.PATIENCE.toMillis()));
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    @Override
    public void begin(Connection connection, boolean durably) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + (durably ? "FULL" : "NORMAL"));
        }
        connection.setAutoCommit(false);
    }

    /** SQLite does not wait where two processes make a new file at the same time. */
    @Override
    public boolean isMomentary(SQLException problem) {
        return SqliteProblem.isBusy(problem);
    }

    @Override
    public boolean isLasting(SQLException problem) {
        return false;
    }

    @Override
    public String sentence(SQLException problem) {
        return SqliteProblem.sentence(problem);
    }
}
