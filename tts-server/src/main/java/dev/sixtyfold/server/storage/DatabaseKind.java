package dev.sixtyfold.server.storage;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** One database of a kind that can be used, and what is particular to that kind: its statements are the same. */
sealed interface DatabaseKind permits SqliteFile, PostgresServer {

    /**
     * What a URL names.
     *
     * @throws IllegalArgumentException
     *             if that cannot be used
     */
    static DatabaseKind of(String url) {
        if (url.startsWith(SqliteFile.SCHEME)) {
            return new SqliteFile(url);
        }
        if (url.startsWith(PostgresServer.SCHEME)) {
            return PostgresServer.of(url);
        }
        // Of what else stands there some may be secret.
        throw new IllegalArgumentException(
                "is not a URL of a database that is supported; such are jdbc:sqlite:/var/lib/sixtyfold/sixtyfold.db and"
                        + " jdbc:postgresql://host/database?user=name");
    }

    /** For JDBC. */
    String url();

    /** What it is called in messages; no secret is in it. */
    String name();

    /** Whether there may be one; nothing is made. */
    boolean exists();

    /** Makes what has to be there before it is opened. */
    void prepare() throws IOException;

    /** How it is connected to. */
    void configure(HikariConfig config);

    /**
     * Begins a transaction.
     *
     * @param durably
     *            whether it shall survive a loss of power once it is committed
     */
    void begin(Connection connection, boolean durably) throws SQLException;

    /** Whether a connection that failed may succeed in a moment. */
    boolean isMomentary(SQLException problem);

    /** Whether a problem with the tables will be the same at another attempt. */
    boolean isLasting(SQLException problem);

    /** What to say of a problem: a sentence that goes behind the name. */
    String sentence(SQLException problem);
}
