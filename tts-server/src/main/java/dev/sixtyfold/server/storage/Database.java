package dev.sixtyfold.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The database of an installation, with the tables of this version: a SQLite file that any number of processes share. The
 * log is written ahead (WAL), so readers and the one writer do not wait for each other.
 */
public final class Database implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    /** One that writes, one that looks up. */
    private static final int CONNECTIONS = 2;

    private final String name;
    private final HikariDataSource pool;

    private Database(String name, HikariDataSource pool) {
        this.name = name;
        this.pool = pool;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws StorageException
     *             if that cannot be done
     */
    public static Database open(StateConfig config) throws IOException {
        return open(config, true);
    }

    /**
     * The database if there is one: nothing is made and no table changed.
     *
     * @throws StorageException
     *             if it cannot be opened
     */
    public static Optional<Database> openExisting(StateConfig config) throws IOException {
        return Files.exists(file(config.url())) ? Optional.of(open(config, false)) : Optional.empty();
    }

    private static Database open(StateConfig config, boolean makeTables) throws IOException {
        String url = config.url();
        Path file = file(url);
        Path folder = file.toAbsolutePath().getParent();
        if (makeTables && folder != null) {
            Files.createDirectories(folder);
        }
        Database database = new Database(file.toString(), pool(url, file.toString()));
        try {
            Schema.bringUpToDate(database, database.pool, makeTables);
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Path file(String url) {
        return Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", ""));
    }

    private static HikariDataSource pool(String url, String name) throws StorageException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT_MILLIS));
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        // SQLite does not wait where two processes make a new file at the same time.
        for (long start = System.nanoTime();; LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10))) {
            try {
                return new HikariDataSource(config);
            } catch (PoolInitializationException e) {
                boolean patient = System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(BUSY_TIMEOUT_MILLIS);
                if (!patient || !SqliteProblem.isBusy(deepest(e))) {
                    throw problem(name, e);
                }
            }
        }
    }

    /** What it is called in messages. */
    String name() {
        return name;
    }

    /** Statements that hold together or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * A transaction that survives the end of the process at once, and a loss of power some seconds later.
     *
     * @throws StorageException
     *             if it could not be done; nothing has changed then
     */
    <T> T transaction(Work<T> work) throws StorageException {
        return run(work, false);
    }

    /**
     * A transaction that survives a loss of power once this returns.
     *
     * @throws StorageException
     *             as above
     */
    <T> T durableTransaction(Work<T> work) throws StorageException {
        return run(work, true);
    }

    private <T> T run(Work<T> work, boolean durably) throws StorageException {
        try (Connection connection = pool.getConnection()) {
            try {
                synchronous(connection, durably);
                connection.setAutoCommit(false);
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException e) {
                // Its driver and SQLite may disagree now on whether a transaction is open; closing it rolls that back.
                pool.evictConnection(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw problem(name, e);
        }
    }

    /**
     * Reads.
     *
     * @throws StorageException
     *             if that cannot be done
     */
    <T> T read(Work<T> work) throws StorageException {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw problem(name, e);
        }
    }

    private static void synchronous(Connection connection, boolean durably) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + (durably ? "FULL" : "NORMAL"));
        }
    }

    private static StorageException problem(String name, Throwable failure) {
        SQLException known = deepest(failure);
        return new StorageException(
                name + ": " + (known == null ? failure.getMessage() : SqliteProblem.sentence(known)),
                failure);
    }

    /** What the database itself said, behind what was made of it. */
    private static @Nullable SQLException deepest(Throwable failure) {
        SQLException known = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException problem) {
                known = problem;
            }
        }
        return known;
    }

    @Override
    public void close() {
        pool.close();
    }
}
