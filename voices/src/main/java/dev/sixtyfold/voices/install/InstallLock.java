package dev.sixtyfold.voices.install;

import dev.sixtyfold.speech.SynthesisException.VoiceUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The right to change one voice's folder, held by one thread of one process at a time. The system frees it on a crash. */
final class InstallLock implements AutoCloseable {

    private static final String FILE = ".lock";
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final FileChannel channel;

    private InstallLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The folder that may be changed while the lock is held. */
    Path folder() {
        return folder;
    }

    /**
     * Waits for the lock.
     *
     * @throws VoiceUnavailable
     *             if someone else holds it for longer than that, or the thread is interrupted
     */
    static InstallLock acquire(Path folder, Duration patience) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (!tryLock(channel)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new VoiceUnavailable("another process has been installing into " + folder + " for more than "
                            + patience.toMinutes() + " minutes");
                }
                Thread.sleep(PAUSE);
            }
            return new InstallLock(folder, channel);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new VoiceUnavailable("interrupted while another process was installing into " + folder, e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
