package dev.sixtyfold.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.speech.SynthesisException.StageFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DurableRequestIdsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void countsFromOneAndGoesOnAfterARestart() {
        DurableRequestIds first = new DurableRequestIds(directory, 4, IntUnaryOperator.identity());
        assertThat(Stream.generate(first::reserve).limit(6)).extracting(RequestId::value).containsExactly(1, 2, 3, 4, 5,
                6);

        assertThat(new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve().value()).isEqualTo(9);
    }

    @Test
    void anIdIsOnDiskAsTakenBeforeItIsGivenOut() throws Exception {
        new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve();

        assertThat(Files.readString(directory.resolve("request-ids"))).contains("next 5\n");
    }

    @Test
    void whatACrashLeftBesideTheFileIsNoObstacle() throws Exception {
        new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve();
        Files.writeString(directory.resolve("request-ids.new"), "sixtyfold requ");

        assertThat(new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve().value()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sixtyfold request-ids 1\nnext 5\n",
        "sixtyfold request-ids 1\nnext 5\ncrc32c 00000000\n",
        "\0\0\0\0", "next 99999999999999999999"})
    void aDamagedFileIsRefusedByNameAndLeftAsItIs(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("request-ids"), content);

        assertThatThrownBy(() -> new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve())
                .isInstanceOf(StageFailed.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("damaged");
        assertThat(file).hasContent(content);
    }

    @Test
    void aChangedDigitIsNoticed() throws Exception {
        new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve();
        Path file = directory.resolve("request-ids");
        Files.writeString(file, Files.readString(file).replace("next 5", "next 1"));

        assertThatThrownBy(() -> new DurableRequestIds(directory, 4, IntUnaryOperator.identity()).reserve())
                .isInstanceOf(StageFailed.class);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsReported() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new DurableRequestIds(file, 1, IntUnaryOperator.identity()).reserve())
                .isInstanceOf(StageFailed.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void threadsWithInstancesOfTheirOwnShareTheCounter() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Integer>> reserving = () -> {
                DurableRequestIds ids = new DurableRequestIds(directory, 3, IntUnaryOperator.identity());
                return IntStream.range(0, 50).mapToObj(i -> ids.reserve().value()).toList();
            };
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> one : threads.invokeAll(List.of(reserving, reserving, reserving, reserving))) {
                all.addAll(one.get());
            }
            assertThat(all).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void processesThatAreKilledNeverRepeatAnId() throws Exception {
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            Process one = reserveForever();
            Process other = reserveForever();
            seen.addAll(readIds(one, 100));
            seen.addAll(readIds(other, 100));
            one.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
        }
        seen.add(new DurableRequestIds(directory, 1, IntUnaryOperator.identity()).reserve().toString());

        assertThat(seen).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    private Process reserveForever() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System
                .getProperty("java.class.path"), ReserveForever.class.getName(), directory.toString()).redirectError(
                        ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> readIds(Process process, int count) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(out.readLine());
        }
        return ids;
    }

    /** What the killed processes run. */
    static final class ReserveForever {
        private ReserveForever() {}

        public static void main(String[] arguments) {
            DurableRequestIds ids = new DurableRequestIds(Path.of(arguments[0]), 8, IntUnaryOperator.identity());
            while (true) {
                System.out.println(ids.reserve());
            }
        }
    }
}
