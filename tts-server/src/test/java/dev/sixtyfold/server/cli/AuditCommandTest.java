package dev.sixtyfold.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditCommandTest {

    @TempDir
    private Path home = Path.of("");
    private final TestServices services = new TestServices();

    @Test
    void whatIsSaidIsOnRecordWithoutItsText() throws Exception {
        String said = run("say", "Confidential.", "-o", home.resolve("out.wav").toString(), "--speed", "1.5").out();
        String id = said.replaceAll("(?s).*\"requestId\":\"([0-9a-f]{8})\".*", "$1");

        CommandRun show = run("audit", "show", id);

        assertThat(show.status()).isZero();
        assertThat(show.outLines()).singleElement().asString().contains("\"requestId\":\"" + id + "\"",
                "\"status\":\"RECORDED\"", "\"caller\":\"local\"", "\"way\":\"SAY\"", "\"voice\":\"heart\"",
                "\"speakingRate\":1.5", "\"characters\":13", "\"outcome\":\"FINISHED\"", "\"audioSeconds\":0.5")
                .doesNotContain("Confidential");
        assertThat(new String(Files.readAllBytes(home.resolve("state/sixtyfold.db")),
                StandardCharsets.ISO_8859_1)).contains("heart").doesNotContain("Confidential");
    }

    @Test
    void idsThatAreNotKnownAreSaidToBe() {
        run("say", "Hello.", "-o", home.resolve("out.wav").toString());

        assertThat(run("audit", "show", "0badcafe", "00000000").outLines()).allSatisfy(line -> assertThat(line)
                .contains("\"status\":\"UNKNOWN\"")).hasSize(2);
    }

    @Test
    void whereNothingIsOnRecordNothingIsMade() {
        CommandRun show = run("audit", "show", "0badcafe");

        assertThat(show.status()).isEqualTo(1);
        assertThat(show.err()).contains("nothing is on record here yet").hasLineCount(1);
        assertThat(home.resolve("state/sixtyfold.db")).doesNotExist();
        assertThat(run("audit", "show", "xyz").status()).isEqualTo(2);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(services, home, "", arguments);
    }
}
