package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.watermark.key.KeyId;
import dev.sixtyfold.watermark.key.KeyRing;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watermark keys}. */
@Command(name = "keys", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "The keys that "
        + "stamp and verify. They are made at the first start and kept in the state directory, readable by their owner "
        + "alone: back them up, without them nothing can be proved.")
final class WatermarkKeysCommand {

    /** What a command does to the keys, and then all of them are shown. */
    abstract static class OnKeys implements Callable<Integer> {
        private final Services services;
        private final Home home;
        private final Console console;

        @Mixin
        private final StateOption state = new StateOption();

        OnKeys(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        abstract KeyRing ring(WatermarkKeys keys) throws IOException;

        @Override
        public Integer call() throws IOException {
            try {
                print(console, ring(services.watermarkKeys(state.of(home).directory())));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(String.valueOf(e.getMessage()), e);
            }
            return 0;
        }
    }

    /** {@code watermark keys list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, the one that stamps last.")
    static final class ListKeys extends OnKeys {

        ListKeys(Services services, Home home, Console console) {
            super(services, home, console);
        }

        @Override
        KeyRing ring(WatermarkKeys keys) throws IOException {
            return keys.ring();
        }
    }

    /** {@code watermark keys rotate}. */
    @Command(name = "rotate", mixinStandardHelpOptions = true, description = "Makes a new key. A server stamps with it from "
            + "its next start on; the older keys still verify.")
    static final class Rotate extends OnKeys {

        Rotate(Services services, Home home, Console console) {
            super(services, home, console);
        }

        @Override
        KeyRing ring(WatermarkKeys keys) throws IOException {
            return keys.rotate();
        }
    }

    /** {@code watermark keys retire}. */
    @Command(name = "retire", mixinStandardHelpOptions = true, description = "Takes a key out of use: what it stamped is no "
            + "longer found, and verifying gets faster.")
    static final class Retire extends OnKeys {

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "KEY-ID", description = "8 hex digits, as `keys list` shows them")
        private String id = "";

        Retire(Services services, Home home, Console console) {
            super(services, home, console);
        }

        @Override
        KeyRing ring(WatermarkKeys keys) throws IOException {
            return keys.retire(key());
        }

        private KeyId key() {
            try {
                return new KeyId(id);
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(spec, String.valueOf(e.getMessage()));
            }
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
