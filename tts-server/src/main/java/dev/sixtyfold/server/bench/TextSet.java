package dev.sixtyfold.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The published texts: twenty, from two words to a long paragraph, in the resource {@code texts.txt}. */
public final class TextSet {

    private TextSet() {}

    /** All of them, shortest first. */
    public static List<String> published() {
        try (InputStream in = TextSet.class.getResourceAsStream("texts.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the texts of the benchmark");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
