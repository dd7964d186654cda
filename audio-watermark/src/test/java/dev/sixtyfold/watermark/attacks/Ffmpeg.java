package dev.sixtyfold.watermark.attacks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the ffmpeg program on raw 32-bit samples of one channel. */
final class Ffmpeg {

    static final int RATE = 24_000;

    private final Path directory;

    Ffmpeg(Path directory) {
        this.directory = directory;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("ffmpeg", "-version").redirectErrorStream(true).redirectOutput(
                    ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Any file that ffmpeg reads, at {@link #RATE}. */
    float[] decoded(Path file) throws IOException, InterruptedException {
        Path raw = directory.resolve("decoded.f32");
        run(List.of("-i", file.toString(), "-ac", "1", "-ar", String.valueOf(RATE), "-f", "f32le", raw.toString()));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(samples);
        return samples;
    }

    /**
     * Encodes and decodes again.
     *
     * @param arguments
     *            that make the file, with blanks between them, the ending of its name last
     */
    float[] coded(float[] samples, String arguments) throws IOException, InterruptedException {
        List<String> encode = List.of(arguments.split(" ", -1));
        Path raw = directory.resolve("given.f32");
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(samples);
        Files.write(raw, bytes.array());
        Path coded = directory.resolve("coded." + encode.getLast());
        List<String> all = new ArrayList<>(List.of("-f", "f32le", "-ar", String.valueOf(RATE), "-ac", "1", "-i",
                raw.toString()));
        all.addAll(encode.subList(0, encode.size() - 1));
        all.add(coded.toString());
        run(all);
        return decoded(coded);
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y", "-threads", "1"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + said);
        }
    }
}
