package dev.sixtyfold.text.english.homograph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The homographs that can be told apart, {@code homographs.tsv}; it says what its columns are. */
public final class HomographTable {

    private static final String FILE = "homographs.tsv";

    private HomographTable() {}

    /** Word to homograph, in the order of the file. */
    public static Map<String, Homograph> bundled() {
        Map<String, List<Sense>> senses = new LinkedHashMap<>();
        try (InputStream file = HomographTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + FILE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    senses.computeIfAbsent(columns[0], word -> new ArrayList<>())
                            .add(new Sense(columns[1], columns[2], columns[3].equals("verb"), columns[4], columns[5]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Homograph> homographs = new LinkedHashMap<>();
        senses.forEach((word, list) -> homographs.put(word, new Homograph(word, list)));
        return homographs;
    }
}
