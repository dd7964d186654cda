package dev.sixtyfold.server.storage;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of a PostgreSQL server, which any number of machines share. */
record PostgresServer(String url) implements DatabaseKind {

    static final String SCHEME = "jdbc:postgresql:";

    /** One that writes, one that fetches ids, two that look up. */
    private static final int CONNECTIONS = 4;

    static PostgresServer of(String url) {
        if (url.contains("@") || !isRead(url)) {
            throw new IllegalArgumentException("is not a URL of PostgreSQL, such as"
                    + " jdbc:postgresql://host:5432/database?user=name&password=secret");
        }
        return new PostgresServer(url);
    }

    private static boolean isRead(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public void prepare() {
        // Making a database takes rights that a server should not need.
    }

    @Override
    public void configure(HikariConfig config) {
        String seconds = String.valueOf(Database.PATIENCE.toSeconds());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1); // others use the server too
        config.setConnectionTimeout(Database.PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "sixtyfold");
        config.addDataSourceProperty("connectTimeout", seconds);
        config.addDataSourceProperty("socketTimeout", seconds);
        config.addDataSourceProperty("tcpKeepAlive", "true");
    }

    @Override
    public void begin(Connection connection, boolean durably) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit TO " + (durably ? "ON" : "OFF"));
        }
    }

    @Override
    public boolean isMomentary(SQLException problem) {
        return PostgresProblem.isStarting(problem);
    }

    @Override
    public boolean isLasting(SQLException problem) {
        return PostgresProblem.isForbidden(problem);
    }

    @Override
    public String sentence(SQLException problem) {
        return PostgresProblem.sentence(problem);
    }
}
