package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Written forms by class against what somebody else says is spoken. The set stands beside the repository, not in it. The
 * rows that come out differently are left in {@code target/normalization-differences.tsv}; those that do so on purpose are
 * listed with their reasons in the test resource {@code normalization-differences.tsv}.
 */
@ExtendWith(HeartVoice.class)
class NormalizationSetTest {

    /** Of all rows, whether the set or the list is right. */
    private static final double LOWEST_ACCURACY = 0.97;
    /** Of all rows, as the set has them. */
    private static final double LOWEST_AGREEMENT = 0.96;
    private static final double MOST_LISTED = 0.1;

    private static final Path SET = Path.of(System.getProperty("sixtyfold.root"), "..", "shared", "data",
            "normalization", "en.tsv");
    private static final Path DIFFERENCES = Path.of("target", "normalization-differences.tsv");

    private record Row(String kind, String written, String spoken, String read) {

        /** The same letters and the same spaces once case and punctuation are taken away. */
        boolean isRight() {
            return isReadAs(spoken);
        }

        boolean isReadAs(String other) {
            return bare(other).equals(bare(read));
        }

        String difference() {
            return String.join("\t", kind, written, spoken, read);
        }
    }

    /** A row that is read differently on purpose. */
    private record Difference(String kind, String written, String read, String reason) {}

    @BeforeEach
    void theSetIsThere() {
        assumeTrue(Files.isRegularFile(SET), "no set of written forms at " + SET);
    }

    @Test
    void writtenFormsAreReadAsTheSetSays(TextFrontend frontend) throws IOException {
        List<Row> rows = rows(frontend);
        Map<String, Difference> listed = differences();
        List<Row> different = rows.stream().filter(row -> !row.isRight()).toList();

        Files.createDirectories(DIFFERENCES.toAbsolutePath().getParent());
        Files.write(DIFFERENCES, different.stream().map(Row::difference).toList());

        int right = rows.size() - different.size();
        long onPurpose = different.stream().filter(row -> isListed(row, listed)).count();
        assertThat((double) right / rows.size()).as("%d of %d rows as the set has them", right, rows.size())
                .isGreaterThanOrEqualTo(LOWEST_AGREEMENT);
        assertThat((double) (right + onPurpose) / rows.size())
                .as("%d of %d rows as the set has them, %d others on purpose; right and wrong by class:%n%s", right,
                        rows.size(), onPurpose, byKind(rows, listed))
                .isGreaterThanOrEqualTo(LOWEST_ACCURACY);
    }

    @Test
    void rowsThatAreReadDifferentlyOnPurposeAreFewAndReadAsListed(TextFrontend frontend) throws IOException {
        List<Row> rows = rows(frontend);
        Map<String, Row> byWritten = rows.stream()
                .collect(Collectors.toMap(row -> row.kind + "\t" + row.written, row -> row, (one, other) -> one));

        Map<String, Difference> listed = differences();

        assertThat(listed.size()).isLessThanOrEqualTo((int) (MOST_LISTED * rows.size()));
        assertThat(listed).allSatisfy((key, difference) -> {
            assertThat(byWritten).containsKey(key);
            assertThat(byWritten.get(key).isReadAs(difference.read)).as(byWritten.get(key).read).isTrue();
            assertThat(difference.reason).isNotBlank();
        });
    }

    private static boolean isListed(Row row, Map<String, Difference> listed) {
        Difference difference = listed.get(row.kind + "\t" + row.written);
        return difference != null && row.isReadAs(difference.read);
    }

    private static List<Row> rows(TextFrontend frontend) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SET)) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 3 && !line.startsWith("class\t")) {
                rows.add(new Row(columns[0], columns[1], columns[2],
                        Utterances.of(frontend, columns[1]).normalized()));
            }
        }
        return rows;
    }

    /** By class and written form. */
    private static Map<String, Difference> differences() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(NormalizationSetTest.class.getResourceAsStream("normalization-differences.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(columns -> columns[0] + "\t" + columns[1],
                            columns -> new Difference(columns[0], columns[1], columns[2], columns[3])));
        }
    }

    private static String byKind(List<Row> rows, Map<String, Difference> listed) {
        Map<String, int[]> byKind = new TreeMap<>();
        for (Row row : rows) {
            int[] counts = byKind.computeIfAbsent(row.kind, kind -> new int[2]);
            counts[row.isRight() || isListed(row, listed) ? 0 : 1]++;
        }
        return byKind.entrySet().stream()
                .map(kind -> kind.getKey() + "\t" + kind.getValue()[0] + "\t" + kind.getValue()[1])
                .collect(Collectors.joining("\n"));
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c))
                .forEach(bare::appendCodePoint);
        return bare.toString().strip().replaceAll("\\s+", " ");
    }
}
