package dev.sixtyfold.text.english.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of this package's own resources: columns between tabs, comments after #. */
final class ResourceTable {

    private ResourceTable() {}

    /**
     * The rows of a resource.
     *
     * @param columns
     *            how many each row has
     */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + ResourceTable.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> row(line, name, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String line, String name, int columns) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
            throw new IllegalStateException(name + ": " + columns + " columns expected in \"" + line + "\"");
        }
        return row;
    }
}
