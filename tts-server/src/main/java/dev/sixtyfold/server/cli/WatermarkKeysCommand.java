package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.key.KeyRing;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watermark keys}. */
@Command(name = "keys", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "The keys that "
        + "stamp and verify. They are made at the first start and kept in the state directory, readable by their owner "
        + "alone: back them up, without them nothing can be proved.")
final class WatermarkKeysCommand {

    /** {@code watermark keys list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, the one that stamps last.")
    static final class ListKeys implements Callable<Integer> {
        private final Services services;
        private final Home home;
        private final Console console;

        ListKeys(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            print(console, services.watermarkKeys(home.state()).ring());
            return 0;
        }
    }

    /** {@code watermark keys rotate}. */
    @Command(name = "rotate", mixinStandardHelpOptions = true, description = "Makes a new key. A server stamps with it from "
            + "its next start on; the older keys still verify.")
    static final class Rotate implements Callable<Integer> {
        private final Services services;
        private final Home home;
        private final Console console;

        Rotate(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try {
                print(console, services.watermarkKeys(home.state()).rotate());
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(String.valueOf(e.getMessage()), e);
            }
            return 0;
        }
    }

    /** {@code watermark keys retire}. */
    @Command(name = "retire", mixinStandardHelpOptions = true, description = "Takes a key out of use: what it stamped is no "
            + "longer found, and verifying gets faster.")
    static final class Retire implements Callable<Integer> {
        private final Services services;
        private final Home home;
        private final Console console;

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "KEY-ID", description = "8 hex digits, as `keys list` shows them")
        private String id = "";

        Retire(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            KeyId key;
            try {
                key = new KeyId(id);
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(spec, String.valueOf(e.getMessage()));
            }
            try {
                print(console, services.watermarkKeys(home.state()).retire(key));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(String.valueOf(e.getMessage()), e);
            }
            return 0;
        }
    }

    private static void print(Console console, KeyRing ring) {
        for (KeyRing.Entry entry : ring.entries()) {
            String state = entry.retired() ? "retired" : entry.key().equals(ring.stamping()) ? "stamps" : "verifies";
            console.out().println(entry.key().id() + " " + entry.created() + " " + state);
        }
        console.out().flush();
    }
}
