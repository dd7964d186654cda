package dev.sixtyfold.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.server.audit.AuditFinding;
import dev.sixtyfold.server.audit.AuditFinding.Recorded;
import dev.sixtyfold.server.audit.AuditFinding.Reserved;
import dev.sixtyfold.server.audit.AuditFinding.Unknown;
import dev.sixtyfold.server.audit.AuditResult;
import dev.sixtyfold.server.audit.AuditTrail.Recording;
import dev.sixtyfold.server.audit.AuditedRequest;
import dev.sixtyfold.server.audit.Outcome;
import dev.sixtyfold.server.audit.Requester;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.engine.Stamping;
import dev.sixtyfold.speech.RequestId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the records, whichever database keeps them. */
@Timeout(120)
abstract class RecordsContract {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path directory = Path.of("");

    /** Of an empty database, or of that which had this name before in the same test. */
    abstract String url(String database);

    final Path directory() {
        return directory;
    }

    @Test
    void aRequestIsOnRecordWithAllThatIsKnownOfIt() throws IOException {
        AuditedRequest request;
        AuditResult result = new AuditResult(Outcome.FINISHED, START.plusSeconds(2), Duration.ofMillis(2925), 44);
        try (Stamping stamping = open(4)) {
            request = request(stamping.ids().reserve());
            Recording recording = stamping.trail().begin(request);
            recording.awaitWritten();
            assertThat(find(request.id())).isEqualTo(new Recorded(request, key(), new AuditResult(Outcome.OPEN,
                    Instant.EPOCH, Duration.ZERO, 40)));
            recording.end(result);
        }
        assertThat(find(request.id())).isInstanceOfSatisfying(Recorded.class, found -> {
            assertThat(found.result()).isEqualTo(result);
            assertThat(found.request().requester()).isEqualTo(new Requester("alice", Way.GRPC));
            assertThat(found.request().speech()).hasValueSatisfying(speech -> assertThat(speech.characters())
                    .isEqualTo(44));
        });
    }

    @Test
    void anIdThatWasReservedAndNeverUsedIsKnownAsThatAndOthersAreNot() throws IOException {
        RequestId reserved;
        try (Stamping stamping = open(4)) {
            reserved = stamping.ids().reserve();
        }
        int number = keys().ring().permutation().invert(reserved.value());

        assertThat(find(reserved)).isInstanceOfSatisfying(Reserved.class, found -> assertThat(found.holder()).isEqualTo(
                "process " + ProcessHandle.current().pid()));
        assertThat(find(idOf(number + 3))).isInstanceOf(Reserved.class);
        assertThat(find(idOf(number + 4))).isInstanceOf(Unknown.class);
        assertThat(find(idOf(number - 1))).isInstanceOf(Unknown.class);
    }

    @Test
    void theCounterGoesOnAfterARestartBehindTheBlockThatWasTaken() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            try (Stamping stamping = open(8)) {
                for (int i = 0; i < 3; i++) {
                    numbers.add(keys().ring().permutation().invert(stamping.ids().reserve().value()));
                }
            }
        }
        int first = numbers.getFirst();
        assertThat(numbers).containsExactly(first, first + 1, first + 2, first + 8, first + 9, first + 10);
    }

    @Test
    void aServerWithKeysOfAnotherIsRefusedAndLeavesNothingBehind() throws IOException {
        open(1).close();
        WatermarkKeys others = new WatermarkKeys(directory, "61".repeat(32), InstantSource.system());
        Path elsewhere = directory.resolve("elsewhere");
        WatermarkKeys strange = new WatermarkKeys(elsewhere, "62".repeat(32), InstantSource.system());

        try (Database database = Database.open(config())) {
            assertThatThrownBy(() -> strange.stamping(database, 1)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("were stamped with the watermark keys " + key());
        }
        open(1).close();
        others.stamping(Database.open(config()), 1).close(); // it has those of the file beside it
    }

    @Test
    void twoDatabasesOfOneKeyBeginInDifferentPlaces() throws IOException {
        RequestId here;
        try (Stamping stamping = open(1)) {
            here = stamping.ids().reserve();
        }
        try (Stamping stamping = open(url("other"), 1)) {
            assertThat(stamping.ids().reserve()).isNotEqualTo(here);
        }
    }

    @Test
    void serversOnOneDatabaseNeverGiveOutTheSameIdAndRecordThemAll() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<RequestId>> serving = () -> {
                List<RequestId> ids = new ArrayList<>();
                try (Stamping stamping = open(4)) {
                    for (int i = 0; i < 40; i++) {
                        RequestId id = stamping.ids().reserve();
                        stamping.trail().begin(request(id)).awaitWritten();
                        ids.add(id);
                    }
                }
                return ids;
            };
            List<RequestId> all = new ArrayList<>();
            for (Future<List<RequestId>> one : threads.invokeAll(List.of(serving, serving, serving, serving))) {
                all.addAll(one.get());
            }
            assertThat(all).hasSize(160).doesNotHaveDuplicates();
            assertRecorded(all);
        }
    }

    /** A line on the standard output of a process that is killed stands for a sample that has left. */
    @Test
    void everyIdThatLeftAProcessThatWasKilledIsOnRecordAndNoneComesTwice() throws Exception {
        List<RequestId> left = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            Process one = speakForever();
            Process other = speakForever();
            left.addAll(readIds(one, 100));
            left.addAll(readIds(other, 100));
            one.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
        }

        assertThat(left).hasSize(400).doesNotHaveDuplicates();
        assertRecorded(left);
    }

    private void assertRecorded(List<RequestId> ids) throws IOException {
        try (Database database = Database.openExisting(config()).orElseThrow()) {
            AuditLookup lookup = new AuditLookup(database, keys().ring().permutation());
            for (RequestId id : ids) {
                assertThat(lookup.find(id)).isInstanceOf(Recorded.class);
            }
        }
    }

    private StateConfig config() {
        return new StateConfig(directory, url("records"));
    }

    final Stamping open(int block) throws IOException {
        return open(url("records"), block);
    }

    final Stamping open(String url, int block) throws IOException {
        return keys().stamping(Database.open(new StateConfig(directory, url)), block);
    }

    private WatermarkKeys keys() {
        return new WatermarkKeys(directory, null, InstantSource.system());
    }

    private String key() throws IOException {
        return keys().ring().stamping().id().value();
    }

    private RequestId idOf(int number) throws IOException {
        return new RequestId(keys().ring().permutation().apply(number));
    }

    private AuditFinding find(RequestId id) throws IOException {
        try (Database database = Database.openExisting(config()).orElseThrow()) {
            return new AuditLookup(database, keys().ring().permutation()).find(id);
        }
    }

    static AuditedRequest request(RequestId id) {
        return new AuditedRequest(id, new Requester("alice", Way.GRPC), START, 24_000, Optional.of(
                new AuditedRequest.Speech("heart", "5f".repeat(32), 7, 1.25, -3, 40)));
    }

    private Process speakForever() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), SpeakForever.class.getName(), directory.toString(),
                url("records")).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<RequestId> readIds(Process process, int count) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(RequestId.parse(out.readLine()));
        }
        return ids;
    }

    /** What the killed processes run. */
    static final class SpeakForever {
        private SpeakForever() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            Stamping stamping = new WatermarkKeys(directory, null, InstantSource.system()).stamping(Database.open(
                    new StateConfig(directory, arguments[1])), 8);
            while (true) {
                RequestId id = stamping.ids().reserve();
                stamping.trail().begin(request(id)).awaitWritten();
                System.out.println(id);
            }
        }
    }
}
