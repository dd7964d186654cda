package dev.sixtyfold.server.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RecordsInSqliteTest extends RecordsContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    String url(String database) {
        return "jdbc:sqlite:" + folder.resolve(database + ".db");
    }
}
