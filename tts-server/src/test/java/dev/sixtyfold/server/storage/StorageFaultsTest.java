package dev.sixtyfold.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.RecordsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class StorageFaultsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(file(), "no database, but long enough to be taken for the header of one ".repeat(
                20));
        String before = Files.readString(file);

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining(file.toString())
                .hasMessageContaining("is not a SQLite database; restore it");
        assertThat(file).hasContent(before);
    }

    @Test
    void aDamagedDatabaseIsNamed() throws IOException {
        open("").close();
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 100, bytes.length, (byte) 0xAA);
        Files.write(file(), bytes);

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining("is damaged;");
    }

    /** Not for root, who may write everything. */
    @Test
    void aDatabaseThatCannotBeWrittenIsRefusedAtTheStart() throws IOException {
        open("").close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(file()));

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining(
                file() + ": cannot be written to");
    }

    @ParameterizedTest
    @CsvSource({"5,locked for too long", "8,cannot be written to; give this user the right",
        "778,cannot be read or written (why); look at its disk", "1032,cannot be written to", "11,is damaged",
        "13,no room left", "14,cannot be opened", "26,is not a SQLite database", "1,why"})
    void whatSqliteReportsIsToldWithWhatToDo(int resultCode, String words) {
        assertThat(SqliteProblem.sentence(new SQLException("why", null, resultCode))).contains(words);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path blocked = Files.writeString(directory.resolve("blocked"), "");

        assertThatThrownBy(() -> Database.open(StateConfig.in(blocked))).isInstanceOf(IOException.class)
                .hasMessageContaining(blocked.toString());
    }

    @Test
    void whileAnotherProcessKeepsItLockedNothingIsSpokenAndAfterwardsAllIsWell() throws Exception {
        try (Stamping stamping = open("?busy_timeout=50")) {
            RequestId id = stamping.ids().reserve();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                Recording recording = stamping.trail().begin(request(id));

                assertThatThrownBy(recording::awaitWritten).isInstanceOf(RecordsUnavailable.class)
                        .hasMessageContaining("locked for too long");
                assertThatThrownBy(stamping.ids()::reserve).isInstanceOf(RecordsUnavailable.class)
                        .hasMessageContaining("locked for too long");
                statement.execute("ROLLBACK");
            }
            stamping.trail().begin(request(stamping.ids().reserve())).awaitWritten();
        }
    }

    @Test
    void onAFullDiskNothingIsSpoken() throws IOException {
        open("").close();
        try (Stamping stamping = open("?max_page_count=" + (Files.size(file()) / 4096 + 3))) {
            assertThatThrownBy(() -> IntStream.range(0, 10_000).forEach(i -> stamping.trail().begin(request(
                    new RequestId(i))).awaitWritten())).isInstanceOf(RecordsUnavailable.class).hasMessageContaining(
                            file() + ": there is no room left");
        }
    }

    @Test
    void aKeyThatIsGoneWhileRequestsOfItAreOnRecordIsNoticedAtTheStart() throws IOException {
        open("").close();
        String lost = keys(null).ring().stamping().id().value();
        Files.delete(directory.resolve("watermark-keys"));
        Files.delete(directory.resolve("watermark-keys.known"));

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining(
                file() + ": has requests that were stamped with the watermark keys " + lost);
    }

    @Test
    void aKeyFromOutsideThatWasLeftOutAtTheNextStartIsNoticed() throws IOException {
        keys("61".repeat(32)).stamping(Database.open(StateConfig.in(directory)), 1).close();

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining(
                "SIXTYFOLD_WATERMARK_KEY");
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws Exception {
        open("").close();
        execute("UPDATE flyway_schema_history SET version = '99'");

        assertThatThrownBy(() -> open("")).isInstanceOf(StorageException.class).hasMessageContaining(
                "made by a newer Sixtyfold");
    }

    @Test
    void whenAllIdsAreGivenOutThereAreNoMore() throws Exception {
        open("").close();
        execute("UPDATE id_counter SET given = 4294967295");
        try (Stamping stamping = open("")) {
            stamping.ids().reserve();
            assertThatThrownBy(stamping.ids()::reserve).isInstanceOf(RecordsUnavailable.class).hasMessageContaining(
                    "all 2^32 request ids are given out");
        }
    }

    @Test
    void theVersionOfTheTablesIsThatOfTheNewestMigration() throws Exception {
        open("").close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT max(version) FROM flyway_schema_history").getInt(1)).isEqualTo(
                    Schema.VERSION);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private Path file() {
        return directory.resolve("sixtyfold.db");
    }

    private Stamping open(String parameters) throws IOException {
        Database database = Database.open(new StateConfig(directory, "jdbc:sqlite:" + file() + parameters));
        try {
            return keys(null).stamping(database, 1);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    private WatermarkKeys keys(@Nullable String given) {
        return new WatermarkKeys(directory, given, InstantSource.system());
    }

    private static AuditedRequest request(RequestId id) {
        return new AuditedRequest(id, Requester.local(Way.SAY), Instant.EPOCH, 24_000, Optional.empty());
    }
}
