package dev.sixtyfold.server.storage;

import java.nio.file.Path;

/**
 * The section {@code state} of the configuration.
 *
 * @param directory
 *            where the watermark keys are kept
 * @param databaseUrl
 *            JDBC URL of the database that keeps the requests, SQLite or PostgreSQL; empty for a SQLite file in the directory.
 *            Servers that share it never give out the same id
 */
public record StateConfig(Path directory, String databaseUrl) {

    public StateConfig {
        if (!databaseUrl.isEmpty()) {
            try {
                DatabaseKind.of(databaseUrl);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("database-url: " + e.getMessage(), e);
            }
        }
    }

    /** With a SQLite file in the directory. */
    public static StateConfig in(Path directory) {
        return new StateConfig(directory, "");
    }

    /** {@code databaseUrl}, or that of the file in the directory. */
    public String url() {
        return databaseUrl.isEmpty() ? SqliteFile.SCHEME + directory.resolve("sixtyfold.db") : databaseUrl;
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "StateConfig[directory=" + directory + ", database=" + DatabaseKind.of(url()).name() + "]";
    }
}
