package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.storage.Home;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A command line that has run: its exit status and what it wrote. */
@SuppressWarnings("ArrayRecordComponent")
record CommandRun(int status, byte[] outBytes, String err) {

    static CommandRun of(Services services, Path home, String input, String... arguments) {
        return of(services, home, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    static CommandRun of(Services services, Path home, InputStream input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(input, new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err,
                false, StandardCharsets.UTF_8));
        int status = CommandLines.run(services, new Home(home), console, arguments);
        console.out().flush();
        console.err().flush();
        return new CommandRun(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    String out() {
        return new String(outBytes, StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }
}
