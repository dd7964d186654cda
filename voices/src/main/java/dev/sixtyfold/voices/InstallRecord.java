package dev.sixtyfold.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of an installed voice's files, itself a file among them and the last to be written: a folder without one is no
 * installation.
 *
 * @param files
 *            all files but the list
 */
public record InstallRecord(List<Entry> files) {

    /** What the list is called. */
    public static final String FILE = "installed.txt";

    private static final String END = "end";

    public InstallRecord {
        files = List.copyOf(files);
    }

    /** A file with its size and SHA-256. */
    public record Entry(String name, long bytes, String sha256) {}

    /** Writes the list into a folder: a line for each file, then one that says that none is missing. */
    public void write(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        files.forEach(file -> lines.add(file.sha256() + " " + file.bytes() + " " + file.name()));
        lines.add(END);
        Files.write(directory.resolve(FILE), lines);
    }

    /** What is wrong with the files of a folder that has such a list, judged by their sizes; empty if nothing is. */
    static Optional<String> problem(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(FILE));
        if (lines.isEmpty() || !lines.getLast().equals(END)) {
            return Optional.of(directory.resolve(FILE) + " is cut short");
        }
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] fields = line.split(" ", 3);
            Path file = directory.resolve(fields[fields.length - 1]);
            try {
                long bytes = Files.size(file);
                if (fields.length != 3 || !fields[1].equals(Long.toString(bytes))) {
                    return Optional.of(file + " has " + bytes + " bytes, not those that " + FILE + " says");
                }
            } catch (NoSuchFileException e) {
                return Optional.of(file + " is missing");
            }
        }
        return Optional.empty();
    }
}
