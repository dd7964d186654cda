package dev.sixtyfold.text.english.tag;

import dev.sixtyfold.text.english.data.JsonFile;
import dev.sixtyfold.text.english.table.StringTable;
import dev.sixtyfold.text.english.table.TableReader;
import dev.sixtyfold.text.english.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The weights of a {@link Tagger}. */
public final class TaggerModel {

    /** Weights have one decimal place in the file; kept as integers, sums are exact. */
    private static final int SCALE = 10;
    /** Tags are kept by their places in this list. */
    static final List<PartOfSpeech> TAGS = List.of(PartOfSpeech.values());
    /** What stands for the tags of the two places before the first word. */
    static final int START = TAGS.size();
    static final int BEFORE_START = START + 1;
    /** Features of a word by the words around it; from {@link #FIRST_ENDING} on by their endings. */
    static final List<String> CONTEXT = List.of("w=", "w-1=", "w-2=", "w+1=", "w+2=", "s3-1=", "s3+1=");
    static final int FIRST_ENDING = 5;

    private static final int HISTORY = TAGS.size() + 2;
    private static final int ASCII = 128;

    private final StringTable commonWords;
    private final StringTable unambiguousWords;
    /** For each unambiguous word the number of its tag. */
    private final byte[] onlyTags;
    private final StringTable features;
    /** Where the weights of each feature end; they start where the feature's before it end. */
    private final int[] rowEnds;
    /** For each weight the number of the tag it is for. */
    private final byte[] weightTags;
    /** In tenths. */
    private final short[] weights;

    /** For each kind of {@link #CONTEXT} and each common word the row of that feature, or -1. */
    private final int[] contextRows;
    /** The rows of the last two tags, and of the first letters that are ASCII. */
    private final int[] previousRows = new int[HISTORY];
    private final int[] beforePreviousRows = new int[HISTORY];
    private final int[] bothPreviousRows = new int[HISTORY * HISTORY];
    private final int[] firstLetterRows = new int[ASCII];

    private TaggerModel(StringTable commonWords, StringTable unambiguousWords, byte[] onlyTags, Rows rows,
            int[] contextRows) {
        this.commonWords = commonWords;
        this.unambiguousWords = unambiguousWords;
        this.onlyTags = onlyTags;
        this.features = rows.features;
        this.rowEnds = rows.ends;
        this.weightTags = rows.tags;
        this.weights = rows.weights;
        this.contextRows = contextRows;
        for (int tag = 0; tag < HISTORY; tag++) {
            previousRows[tag] = row("t-1=", historyLabel(tag));
            beforePreviousRows[tag] = row("t-2=", historyLabel(tag));
            for (int before = 0; before < HISTORY; before++) {
                bothPreviousRows[tag * HISTORY + before] = row("t-12=",
                        historyLabel(tag) + "," + historyLabel(before));
            }
        }
        for (int letter = 0; letter < ASCII; letter++) {
            firstLetterRows[letter] = row("p1=", String.valueOf((char) letter));
        }
    }

    private static String historyLabel(int tag) {
        return switch (tag - TAGS.size()) {
            case 0 -> "-START-";
            case 1 -> "-START2-";
            default -> TAGS.get(tag).label();
        };
    }

    /** The weights of all features, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    private record Rows(StringTable features, int[] ends, byte[] tags, short[] weights) {}

    /** The number of a folded word among the common ones, or -1. */
    int commonWord(String foldedWord) {
        return commonWords.indexOf(foldedWord);
    }

    /** The number of the only tag that {@code word} ever has, or -1. */
    int onlyTag(String word) {
        int index = unambiguousWords.indexOf(word);
        return index < 0 ? -1 : onlyTags[index];
    }

    /** The row of the feature {@code kind + value}, or -1. */
    int row(String kind, String value) {
        return features.indexOf(kind, value);
    }

    /** The row of a first letter, or -1. */
    int firstLetterRow(String word) {
        char letter = word.charAt(0);
        return letter < ASCII ? firstLetterRows[letter] : row("p1=", word.substring(0, 1));
    }

    /**
     * The row of a common word in a place of the context.
     *
     * @param kind
     *            a place in {@link #CONTEXT}
     */
    int contextRow(int kind, int commonWord) {
        return contextRows[kind * commonWords.size() + commonWord];
    }

    /** Adds the weights of the two tags before the word, which may be {@link #START} or {@link #BEFORE_START}. */
    void addHistory(int previous, int beforePrevious, int[] scores) {
        addRow(previousRows[previous], scores);
        addRow(beforePreviousRows[beforePrevious], scores);
        addRow(bothPreviousRows[previous * HISTORY + beforePrevious], scores);
    }

    /** Adds the weights of a row to the scores of the tags; nothing for -1. */
    void addRow(int row, int[] scores) {
        if (row < 0) {
            return;
        }
        int end = rowEnds[row];
        for (int i = row == 0 ? 0 : rowEnds[row - 1]; i < end; i++) {
            scores[weightTags[i]] += weights[i];
        }
    }

    public void write(TableWriter out) {
        commonWords.write(out);
        unambiguousWords.write(out);
        out.bytes(onlyTags);
        features.write(out);
        out.ints(rowEnds);
        out.bytes(weightTags);
        out.shorts(weights);
        out.ints(contextRows);
    }

    /** Reads what {@link #write} wrote. */
    public static TaggerModel read(TableReader in) {
        return new TaggerModel(StringTable.read(in), StringTable.read(in), in.bytes(),
                new Rows(StringTable.read(in), in.ints(), in.bytes(), in.shorts()), in.ints());
    }

    /**
     * Reads {@code tagger.json.gz}: {@code vocab}, {@code tagdict} (word to tag) and {@code weights} (feature to tag to
     * weight).
     *
     * @throws dev.sixtyfold.speech.SynthesisException.VoiceUnavailable
     *             if the file is missing or damaged
     */
    public static TaggerModel parse(Path path) {
        try (JsonFile file = JsonFile.open(path)) {
            Builder builder = new Builder(file);
            file.object(builder::readField);
            return builder.build();
        }
    }

    private static final class Builder {
        private final JsonFile file;
        private final List<String> commonWords = new ArrayList<>();
        private final List<String> unambiguousWords = new ArrayList<>();
        private final ByteArrayOutputStream onlyTags = new ByteArrayOutputStream();
        private final List<String> features = new ArrayList<>();
        private final List<Integer> rowEnds = new ArrayList<>();
        private final ByteArrayOutputStream weightTags = new ByteArrayOutputStream();
        private final IntStream.Builder weights = IntStream.builder();

        Builder(JsonFile file) {
            this.file = file;
        }

        void readField(String name) {
            switch (name) {
                case "vocab" -> commonWords.addAll(file.strings());
                case "tagdict" -> file.object(word -> {
                    unambiguousWords.add(word);
                    onlyTags.write(tag(file.string()));
                });
                case "weights" -> file.object(this::readRow);
                default -> file.skip();
            }
        }

        private void readRow(String feature) {
            file.object(label -> {
                weightTags.write(tag(label));
                weights.add(Math.toIntExact(Math.round(file.number() * SCALE)));
            });
            features.add(feature);
            rowEnds.add(weightTags.size());
        }

        private int tag(String label) {
            return TAGS.indexOf(PartOfSpeech.of(label).orElseThrow(() -> file.damaged("unknown tag " + label)));
        }

        private int[] contextRows(StringTable featureTable) {
            int[] contextRows = new int[CONTEXT.size() * commonWords.size()];
            for (int kind = 0; kind < CONTEXT.size(); kind++) {
                for (int word = 0; word < commonWords.size(); word++) {
                    String value = kind < FIRST_ENDING
                            ? commonWords.get(word)
                            : WordShape.ending(commonWords.get(word));
                    contextRows[kind * commonWords.size() + word] = featureTable.indexOf(CONTEXT.get(kind), value);
                }
            }
            return contextRows;
        }

        TaggerModel build() {
            if (commonWords.isEmpty() || features.isEmpty()) {
                throw file.damaged("no \"vocab\" or no \"weights\"");
            }
            int[] tenths = weights.build().toArray();
            short[] packed = new short[tenths.length];
            for (int i = 0; i < tenths.length; i++) {
                packed[i] = (short) Math.clamp(tenths[i], Short.MIN_VALUE, Short.MAX_VALUE);
            }
            Rows rows = new Rows(StringTable.of(features), rowEnds.stream().mapToInt(Integer::intValue).toArray(),
                    weightTags.toByteArray(), packed);
            return new TaggerModel(StringTable.of(commonWords), StringTable.of(unambiguousWords),
                    onlyTags.toByteArray(), rows, contextRows(rows.features));
        }
    }
}
