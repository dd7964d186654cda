package dev.sixtyfold.server;

import dev.sixtyfold.server.cli.CommandLines;
import dev.sixtyfold.server.cli.Console;
import dev.sixtyfold.server.storage.Home;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The entry of the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Home home = Home.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Console console = new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        int status = CommandLines.run(new Wiring(home), home, console, arguments);
        console.out().flush();
        console.err().flush();
        System.exit(status);
    }

    /** What other programs read is UTF-8 whatever the locale. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(stream)), false, StandardCharsets.UTF_8);
    }
}
