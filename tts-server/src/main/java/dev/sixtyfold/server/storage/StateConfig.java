package dev.sixtyfold.server.storage;

import java.nio.file.Path;

/**
 * The section {@code state} of the configuration.
 *
 * @param directory
 *            where the watermark keys are kept
 * @param databaseUrl
 *            JDBC URL of the database that keeps the requests; empty for a SQLite file in the directory. Servers that share it
 *            never give out the same id
 */
public record StateConfig(Path directory, String databaseUrl) {

    public StateConfig {
        if (!databaseUrl.isEmpty() && !databaseUrl.startsWith("jdbc:sqlite:")) {
            throw new IllegalArgumentException("database-url: \"" + databaseUrl
                    + "\" is not a URL of a database that is supported, such as jdbc:sqlite:/var/lib/sixtyfold/sixtyfold.db");
        }
    }

    /** With a SQLite file in the directory. */
    public static StateConfig in(Path directory) {
        return new StateConfig(directory, "");
    }

    /** {@code databaseUrl}, or that of the file in the directory. */
    public String url() {
        return databaseUrl.isEmpty() ? "jdbc:sqlite:" + directory.resolve("sixtyfold.db") : databaseUrl;
    }
}
