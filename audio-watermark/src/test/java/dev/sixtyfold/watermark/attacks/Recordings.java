package dev.sixtyfold.watermark.attacks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Recordings that are not part of the project: those beside it, and those that {@code collect-recordings} laid down. */
public final class Recordings {

    /** Shorter ones, such as single words, are joined. */
    private static final double LEAST_SPEECH_SECONDS = 6;

    /** Of longer ones the rest is left out. */
    private static final double MOST_SPEECH_SECONDS = 20;

    private Recordings() {}

    /** Folders of speech: a system property, or what is there. */
    static List<Path> speechFolders() {
        String given = System.getProperty("watermark.speech", "");
        if (!given.isEmpty()) {
            return Arrays.stream(given.split(File.pathSeparator, -1)).map(Path::of).toList();
        }
        Path root = Path.of(System.getProperty("sixtyfold.root", ".."));
        return Stream.of(root.resolve("../shared/data/speech")).filter(Files::isDirectory).toList();
    }

    /** All speech, each recording at least some seconds long. */
    static List<float[]> speech(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        List<float[]> hosts = new ArrayList<>();
        for (Path folder : speechFolders()) {
            float[] pending = new float[0];
            for (Path file : files(folder)) {
                float[] more = ffmpeg.decoded(file);
                int length = pending.length;
                pending = Arrays.copyOf(pending, length + more.length);
                System.arraycopy(more, 0, pending, length, more.length);
                if (pending.length >= LEAST_SPEECH_SECONDS * Ffmpeg.RATE) {
                    hosts.add(Arrays.copyOf(pending, Math.min(pending.length, (int) (MOST_SPEECH_SECONDS
                            * Ffmpeg.RATE))));
                    pending = new float[0];
                }
            }
        }
        return hosts;
    }

    /** Clips of speech and of music, none of which carries a mark of ours, cut to one length; at most so many from each file. */
    public static List<float[]> unmarkedClips(Path scratch, double seconds, int most) throws IOException,
            InterruptedException {
        List<Path> folders = new ArrayList<>(speechFolders());
        String music = System.getProperty("watermark.music", "");
        if (!music.isEmpty()) {
            folders.addAll(Arrays.stream(music.split(File.pathSeparator, -1)).map(Path::of).toList());
        }
        List<float[]> clips = new ArrayList<>();
        if (!Ffmpeg.isThere()) {
            return clips;
        }
        Ffmpeg ffmpeg = new Ffmpeg(scratch);
        int length = (int) (seconds * Ffmpeg.RATE);
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                float[] all = ffmpeg.decoded(file);
                int there = Math.min(most, all.length / length);
                for (int clip = 0; clip < there; clip++) {
                    int from = clip * (all.length / there);
                    clips.add(Arrays.copyOfRange(all, from, from + length));
                }
            }
        }
        return clips;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
