package dev.sixtyfold.server.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of this test's own, in a process of its own. */
final class PostgresProgram {

    private final Path data;
    private int port;
    private @Nullable EmbeddedPostgres running;

    /**
     * @param directory
     *            for its data
     */
    PostgresProgram(Path directory) {
        this.data = directory.resolve("postgres");
    }

    /** Also after {@link #stop}: with the same data, at the same port. */
    void start() throws IOException {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(platform.equals("Linux amd64"), "PostgreSQL's program is not there for " + platform
                + ": storage on it is not tested");
        if (port == 0) {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        running = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port)
                .setServerConfig("fsync", "off").start();
    }

    String url(String database, String user) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + user;
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void stop() throws IOException {
        if (running != null) {
            running.close();
        }
    }
}
