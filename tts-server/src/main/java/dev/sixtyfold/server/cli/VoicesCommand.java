package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.engine.VoiceDescription;
import dev.sixtyfold.server.engine.VoiceDirectory;
import dev.sixtyfold.speech.VoiceId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code voices}. */
@Command(name = "voices", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "The voices that there are.")
final class VoicesCommand {

    /** {@code voices list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the catalogue, the default voice first: "
            + "name, languages, gender, sample rate, licence, and whether it is on this machine.")
    static final class ListVoices implements Callable<Integer> {

        private final Services services;
        private final Console console;

        @Option(names = "--jsonl", description = "an object of JSON for each voice")
        private boolean jsonl;

        ListVoices(Services services, Console console) {
            this.services = services;
            this.console = console;
        }

        @Override
        public Integer call() {
            VoiceDirectory directory = services.voices();
            for (VoiceDescription voice : directory.voices()) {
                boolean installed = directory.isInstalled(voice.id());
                console.out().println(jsonl ? json(voice, installed) : row(voice, installed));
            }
            console.out().flush();
            return 0;
        }

        private static String row(VoiceDescription voice, boolean installed) {
            return "%-16s %-12s %-8s %5d Hz  %-14s %s".formatted(voice.id(), String.join(",", voice.languages()),
                    gender(
                            voice),
                    voice.sampleRate(), voice.license(), installed ? "installed" : "not installed");
        }

        private static String json(VoiceDescription voice, boolean installed) {
            return JsonLine.object(json -> {
                json.writeStringProperty("name", voice.id().name());
                json.writeArrayPropertyStart("languages");
                voice.languages().forEach(json::writeString);
                json.writeEndArray();
                json.writeStringProperty("gender", gender(voice));
                json.writeNumberProperty("sampleRate", voice.sampleRate());
                json.writeStringProperty("license", voice.license());
                json.writeBooleanProperty("installed", installed);
            });
        }

        private static String gender(VoiceDescription voice) {
            return voice.gender().name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code voices install}. */
    @Command(name = "install", mixinStandardHelpOptions = true, description = "Fetches a voice by its registry's ordinary "
            + "client, checks every hash and makes the voice ready. From then on no network is needed.")
    static final class Install implements Callable<Integer> {

        private final Services services;
        private final Console console;

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "a voice of the catalogue, such as heart")
        private String name = "";

        @Option(names = "--force", description = "install it anew even if it is there, which mends a damaged one")
        private boolean force;

        Install(Services services, Console console) {
            this.services = services;
            this.console = console;
        }

        @Override
        public Integer call() {
            VoiceId voice;
            try {
                voice = new VoiceId(name);
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(spec, "NAME: " + e.getMessage());
            }
            services.install(voice, force ? Services.Installation.ANEW : Services.Installation.IF_ABSENT);
            console.out().println("voice " + voice + " is installed");
            console.out().flush();
            return 0;
        }
    }
}
