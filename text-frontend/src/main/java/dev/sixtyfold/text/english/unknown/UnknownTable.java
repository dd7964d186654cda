package dev.sixtyfold.text.english.unknown;

import dev.sixtyfold.text.english.reading.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of this package's own: columns between tabs, comments after #, the last two American and British phonemes. */
final class UnknownTable {

    private UnknownTable() {}

    /** The rows of a resource, each with as many columns. */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream in = UnknownTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + UnknownTable.class.getName());
            }
            List<List<String>> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> List.of(line.split("\t", -1))).toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(name + ": " + columns + " columns expected in " + row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a row has for a dialect. */
    static String phonemes(List<String> row, Dialect dialect) {
        return row.get(row.size() - switch (dialect) {
            case AMERICAN -> 2;
            case BRITISH -> 1;
        });
    }
}
