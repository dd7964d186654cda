package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.audit.AuditFinding;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.storage.AuditLookup;
import dev.sixtyfold.server.storage.ChosenMarks;
import dev.sixtyfold.server.storage.Database;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.speech.RequestId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** {@code audit}. */
@Command(name = "audit", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, description = "The records of "
        + "what request ids were used for.")
final class AuditCommand {

    /** {@code audit show}. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a line of JSON for each request id: who "
            + "asked when, by which way, for which voice, and how it ended. The text is never on record. `status` is RECORDED, "
            + "RESERVED (given out, but nothing is known of its use) or UNKNOWN; `chosenAt` lists when it was stamped by choice.")
    static final class Show implements Callable<Integer> {

        private final Services services;
        private final Home home;
        private final Console console;

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private final StateOption state = new StateOption();

        @Parameters(paramLabel = "ID", arity = "1..*", description = "8 hex digits")
        private List<String> ids = new ArrayList<>();

        Show(Services services, Home home, Console console) {
            this.services = services;
            this.home = home;
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            List<RequestId> wanted = ids.stream().map(this::id).toList();
            StateConfig config = state.of(home);
            Optional<Database> opened = services.existingDatabase(config);
            if (opened.isEmpty()) {
                throw new CommandFailure(config.directory() + ": nothing is on record here yet");
            }
            try (Database database = opened.get()) {
                AuditLookup lookup = new AuditLookup(database, services.watermarkKeys(config.directory()).ring()
                        .permutation());
                ChosenMarks chosen = new ChosenMarks(database);
                for (RequestId id : wanted) {
                    console.out().println(line(id, lookup.find(id), chosen.of(id)));
                }
                console.out().flush();
            }
            return 0;
        }

        private RequestId id(String hex) {
            try {
                return RequestId.parse(hex);
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(spec, "ID: " + e.getMessage());
            }
        }
    }

    private static String line(RequestId id, AuditFinding finding, List<Instant> chosen) {
        return JsonLine.object(json -> {
            json.writeStringProperty("requestId", id.toString());
            switch (finding) {
                case AuditFinding.Recorded recorded -> write(json, recorded);
                case AuditFinding.Reserved reserved -> {
                    json.writeStringProperty("status", "RESERVED");
                    json.writeStringProperty("reservedAt", reserved.at().toString());
                    json.writeStringProperty("holder", reserved.holder());
                }
                case AuditFinding.Unknown unknown -> json.writeStringProperty("status", "UNKNOWN");
            }
            if (!chosen.isEmpty()) {
                json.writeArrayPropertyStart("chosenAt");
                chosen.forEach(time -> json.writeString(time.toString()));
                json.writeEndArray();
            }
        });
    }

    private static void write(JsonGenerator json, AuditFinding.Recorded recorded) {
        AuditedRequest request = recorded.request();
        json.writeStringProperty("status", "RECORDED");
        json.writeStringProperty("keyId", recorded.keyId());
        json.writeStringProperty("caller", request.requester().caller());
        json.writeStringProperty("way", request.requester().way().name());
        json.writeStringProperty("startedAt", request.startedAt().toString());
        json.writeNumberProperty("sampleRate", request.sampleRate());
        request.speech().ifPresent(speech -> {
            json.writeStringProperty("voice", speech.voice());
            json.writeStringProperty("modelHash", speech.modelHash());
            json.writeNumberProperty("seed", speech.seed());
            json.writeNumberProperty("speakingRate", speech.speakingRate());
            json.writeNumberProperty("volumeGainDb", speech.volumeGainDb());
            json.writeNumberProperty("characters", speech.characters());
        });
        json.writeStringProperty("outcome", recorded.result().outcome().name());
        if (recorded.result().outcome() != Outcome.OPEN) {
            json.writeStringProperty("endedAt", recorded.result().endedAt().toString());
            json.writeNumberProperty("audioSeconds", recorded.result().audio().toMillis() / 1000.0);
        }
    }
}
