package dev.sixtyfold.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Text that a command reads: UTF-8, and nothing else, so that no word turns into another. */
final class InputText {

    private InputText() {}

    /** All of standard input. */
    static String all(InputStream standardInput) throws IOException {
        return decode("standard input", standardInput.readAllBytes());
    }

    /**
     * The lines of a file, or of standard input where the name is {@code -}. Lines end with a line feed, which a carriage
     * return may precede; the last one may lack it.
     */
    static List<String> lines(String file, InputStream standardInput) throws IOException {
        String text = file.equals("-") ? all(standardInput) : decode(file, Files.readAllBytes(Path.of(file)));
        if (text.isEmpty()) {
            return List.of();
        }
        String terminated = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return Arrays.stream(terminated.split("\n", -1)).map(InputText::withoutCarriageReturn).toList();
    }

    static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static String decode(String source, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailure(source + ": is not UTF-8 text", e);
        }
    }
}
