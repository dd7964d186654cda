package dev.sixtyfold.server.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Lines as other programs count them: ended by a line feed, which a carriage return may precede. A carriage return alone,
 * which {@link java.io.BufferedReader} takes for an end, is part of the line.
 */
final class LineReader {

    private final Reader reader;

    LineReader(Reader buffered) {
        this.reader = buffered;
    }

    /** The next line without its end, or null after the last. Reads nothing beyond it. */
    @Nullable
    String next() throws IOException {
        int unit = reader.read();
        if (unit < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (; unit >= 0 && unit != '\n'; unit = reader.read()) {
            line.append((char) unit);
        }
        return InputText.withoutCarriageReturn(line.toString());
    }
}
