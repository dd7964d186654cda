package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sixtyfold.text.TextFrontend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Written forms by class against what somebody else says is spoken. The set stands beside the repository, not in it. The
 * rows that come out differently are left in {@code target/normalization-differences.tsv}.
 */
@ExtendWith(HeartVoice.class)
class NormalizationSetTest {

    private static final double LOWEST_ACCURACY = 0.85;

    private static final Path SET = Path.of(System.getProperty("sixtyfold.root"), "..", "shared", "data",
            "normalization", "en.tsv");
    private static final Path DIFFERENCES = Path.of("target", "normalization-differences.tsv");

    private record Row(String kind, String written, String spoken, String read) {

        /** Whichever way punctuation is removed: "fifty five-millimeters" is two words to one reader, three to another. */
        boolean isRight() {
            return bare(spoken, " ").equals(bare(read, " ")) && bare(spoken, "").equals(bare(read, ""));
        }

        String difference() {
            return String.join("\t", kind, written, spoken, read);
        }
    }

    @Test
    void writtenFormsAreReadAsTheSetSays(TextFrontend frontend) throws IOException {
        assumeTrue(Files.isRegularFile(SET), "no set of written forms at " + SET);

        List<Row> rows = rows(frontend);

        Map<String, int[]> byKind = new TreeMap<>();
        for (Row row : rows) {
            int[] counts = byKind.computeIfAbsent(row.kind, kind -> new int[2]);
            counts[row.isRight() ? 0 : 1]++;
        }
        Files.createDirectories(DIFFERENCES.toAbsolutePath().getParent());
        Files.write(DIFFERENCES, rows.stream().filter(row -> !row.isRight()).map(Row::difference).toList());
        long right = rows.stream().filter(Row::isRight).count();
        assertThat((double) right / rows.size()).as("%d of %d rows right; right and wrong by class:%n%s", right,
                rows.size(), describe(byKind)).isGreaterThanOrEqualTo(LOWEST_ACCURACY);
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

    private static String describe(Map<String, int[]> byKind) {
        StringBuilder lines = new StringBuilder();
        byKind.forEach((kind, counts) -> lines.append(kind).append('\t').append(counts[0]).append('\t')
                .append(counts[1]).append('\n'));
        return lines.toString();
    }

    /** Letters and digits in lower case, with {@code gap} in place of marks. */
    private static String bare(String text, String gap) {
        StringBuilder bare = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                bare.appendCodePoint(c);
            } else {
                bare.append(Character.isWhitespace(c) ? " " : gap);
            }
        });
        return bare.toString().strip().replaceAll(" +", " ");
    }
}
