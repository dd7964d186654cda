package dev.sixtyfold.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The database of an installation, with the tables of this version. */
public final class Database implements AutoCloseable {

    /** For a database that somebody else keeps locked, or that does not answer. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DatabaseKind kind;
    private final HikariDataSource pool;

    private Database(DatabaseKind kind) throws StorageException {
        this.kind = kind;
        this.pool = pool(kind);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws StorageException
     *             if that cannot be done
     */
    public static Database open(StateConfig config) throws IOException {
        DatabaseKind kind = DatabaseKind.of(config.url());
        kind.prepare();
        return open(kind, true);
    }

    /**
     * The database if there is one: nothing is made and no table changed.
     *
     * @throws StorageException
     *             if it cannot be opened
     */
    public static Optional<Database> openExisting(StateConfig config) throws IOException {
        DatabaseKind kind = DatabaseKind.of(config.url());
        return kind.exists() ? Optional.of(open(kind, false)) : Optional.empty();
    }

    private static Database open(DatabaseKind kind, boolean makeTables) throws IOException {
        Database database = new Database(kind);
        try {
            Schema.bringUpToDate(database, database.pool, makeTables);
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HikariDataSource pool(DatabaseKind kind) throws StorageException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(kind.url());
        kind.configure(config);
        for (long start = System.nanoTime();; LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10))) {
            try {
                return new HikariDataSource(config);
            } catch (PoolInitializationException e) {
                boolean patient = System.nanoTime() - start < PATIENCE.toNanos();
                SQLException known = deepest(e);
                if (!patient || known == null || !kind.isMomentary(known)) {
                    throw problem(kind, e);
                }
            }
        }
    }

    /** What it is called in messages. */
    String name() {
        return kind.name();
    }

    /** Whether what failed will fail at another attempt too. */
    boolean isLasting(Throwable failure) {
        SQLException known = deepest(failure);
        return known != null && kind.isLasting(known);
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
                kind.begin(connection, durably);
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException e) {
                // Its driver and the database may disagree now on whether a transaction is open; closing it rolls that back.
                pool.evictConnection(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw problem(kind, e);
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
            throw problem(kind, e);
        }
    }

    private static StorageException problem(DatabaseKind kind, Throwable failure) {
        SQLException known = deepest(failure);
        return new StorageException(
                kind.name() + ": " + (known == null ? failure.getMessage() : kind.sentence(known)),
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
