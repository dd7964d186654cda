package dev.sixtyfold.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as with SQLite, on a server; and what can only happen there. */
class RecordsInPostgresTest extends RecordsContract {

    @TempDir
    private static Path serverDirectory = Path.of("");
    private static PostgresProgram server = new PostgresProgram(serverDirectory);

    private final Set<String> made = new HashSet<>();
    private String prefix = "";

    @BeforeAll
    static void startTheServer() throws IOException {
        server = new PostgresProgram(serverDirectory);
        server.start();
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        server.stop();
    }

    @BeforeEach
    void schemasOfItsOwn() {
        prefix = "test" + System.nanoTime() + "_";
    }

    /** A schema for each, which is made sooner than a database. */
    @Override
    synchronized String url(String database) {
        if (made.add(database)) {
            server.execute("CREATE SCHEMA " + prefix + database);
        }
        return server.url("postgres", "postgres") + "&currentSchema=" + prefix + database;
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> open(server.url("nowhere", "postgres"), 1)).isInstanceOf(StorageException.class)
                .hasMessageMatching("postgresql://localhost:\\d+/nowhere: does not exist; make it with createdb.*");
    }

    @Test
    void aUserWhoIsNotKnownIsNotLetInAndNoPasswordIsShown() {
        assertThatThrownBy(() -> open(server.url("postgres", "nobody-here") + "&password=hunter2", 1)).isInstanceOf(
                StorageException.class).hasMessageContaining("does not let this user in").hasMessageNotContaining(
                        "hunter2");
    }

    @Test
    void aUserWhoMayNotMakeTablesIsRefusedAtTheStart() {
        String url = url("guarded");
        server.execute("CREATE ROLE reader LOGIN");
        server.execute("GRANT USAGE ON SCHEMA " + prefix + "guarded TO reader");

        assertThatThrownBy(() -> open(url.replace("user=postgres", "user=reader"), 1)).isInstanceOf(
                StorageException.class).hasMessageContaining("permission denied");
    }

    @Test
    void tablesOfAnotherSchemaAreNotTakenForOurs() throws IOException {
        open(url("others"), 1).close();

        try (Stamping stamping = open(url("ours"), 1)) {
            assertThat(stamping.ids().reserve()).isNotNull();
        }
    }

    @Test
    void whatIsReservedIsOnDiskEvenWhereCommitsDoNotWaitForIt() throws IOException {
        String url = url("hurried") + "&options=-c%20synchronous_commit=off";
        try (Database database = Database.open(new StateConfig(directory(), url))) {
            assertThat(database.<String>durableTransaction(RecordsInPostgresTest::commits)).isEqualTo("on");
            assertThat(database.<String>transaction(RecordsInPostgresTest::commits)).isEqualTo("off");
        }
    }

    private static String commits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(
                        "SHOW synchronous_commit")) {
            shown.next();
            return shown.getString(1);
        }
    }

    @Test
    void whileTheServerIsAwayNothingIsSpokenAndAfterwardsAllIsWell() throws IOException {
        try (Stamping stamping = open(1)) {
            RequestId id = stamping.ids().reserve();
            server.stop();
            Recording recording = stamping.trail().begin(request(id));
            assertThatThrownBy(stamping.ids()::reserve).isInstanceOf(RecordsUnavailable.class);
            assertThatThrownBy(recording::awaitWritten).isInstanceOf(RecordsUnavailable.class).hasMessageContaining(
                    "cannot be reached");
            server.start();
            stamping.trail().begin(request(stamping.ids().reserve())).awaitWritten();
        }
    }

    @ParameterizedTest
    @CsvSource({"08001,cannot be reached (why)", "57P01,cannot be reached", "57P03,is starting or stopping",
        "28P01,does not let this user in", "3D000,does not exist", "42501,may not do that", "53100,no room left",
        "53300,takes no more connections", "25006,is not a standby", "XX000,why"})
    void whatTheServerReportsIsToldWithWhatToDo(String state, String words) {
        assertThat(PostgresProblem.sentence(new SQLException("why", state))).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://me:hunter2@host/db", "jdbc:postgresql://host:port/db?password=hunter2",
        "postgres://me:hunter2@host/db", "jdbc:mysql://host/db?password=hunter2"})
    void aUrlThatCannotBeUsedIsRefusedWithoutShowingWhatMayBeSecret(String url) {
        assertThatThrownBy(() -> new StateConfig(directory(), url)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("database-url: ").hasMessageNotContaining("hunter2");
    }

    @Test
    void aConfigurationThatIsShownKeepsThePasswordToItself() {
        assertThat(new StateConfig(directory(), "jdbc:postgresql://host/db?user=me&password=hunter2")).asString()
                .contains("postgresql://host/db").doesNotContain("hunter2");
    }
}
