package dev.sixtyfold.server.cli;

import dev.sixtyfold.server.cli.Speaker.Sink;
import dev.sixtyfold.synthesis.Timepoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** When each word and mark is spoken: a line of JSON for each. */
final class MarksFile implements AutoCloseable {

    private final BufferedWriter lines;

    private MarksFile(BufferedWriter lines) {
        this.lines = lines;
    }

    static MarksFile open(Path path) throws IOException {
        try {
            return new MarksFile(Files.newBufferedWriter(path));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(path + ": there is no such directory to write it to", e);
        }
    }

    /**
     * A sink that passes audio on and keeps the timepoints.
     *
     * @param index
     *            number of the text, from 1
     */
    Sink with(int index, Sink audio) {
        return new Sink() {
            @Override
            public void write(byte[] encoded) throws IOException {
                audio.write(encoded);
            }

            @Override
            public boolean wantsTimepoints() {
                return true;
            }

            @Override
            public void timepoint(Timepoint timepoint) throws IOException {
                lines.write(TimepointLine.json(index, timepoint));
                lines.write('\n');
            }
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
