package dev.sixtyfold.server.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * Unpacks SQLite's native library once and tells its driver where it is. Left to itself the driver unpacks it into the
 * temporary folder at each start, and a killed process leaves it there.
 */
public final class SqliteLibrary {

    private static final String LOCATION = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /**
     * Makes the library of this platform available under {@code cacheDirectory}; does nothing where a location is given
     * already or there is none for this platform. Safe when several processes do it at once.
     *
     * @throws IOException
     *             if it cannot be written
     */
    public static void unpackInto(Path cacheDirectory) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        URL library = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (System.getProperty(LOCATION) != null || library == null) {
            return;
        }
        Path directory = cacheDirectory.resolve("natives").resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
                + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
        Path target = directory.resolve(name);
        if (!Files.exists(target)) { // complete if it exists, since it got its name only after it was written
            Files.createDirectories(directory);
            Path partial = Files.createTempFile(directory, name, ".part");
            try {
                try (InputStream in = library.openStream()) {
                    Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
        System.setProperty(LOCATION, directory.toString());
    }
}
