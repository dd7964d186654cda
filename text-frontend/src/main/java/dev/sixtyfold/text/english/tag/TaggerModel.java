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

    private final StringTable commonWords;
    private final StringTable unambiguousWords;
    /** For each unambiguous word the ordinal of its tag. */
    private final byte[] onlyTags;
    private final StringTable features;
    /** Where the weights of each feature end; they start where the feature's before it end. */
    private final int[] rowEnds;
    /** For each weight the ordinal of the tag it is for. */
    private final byte[] weightTags;
    /** In tenths. */
    private final short[] weights;

    private TaggerModel(StringTable commonWords, StringTable unambiguousWords, byte[] onlyTags, Rows rows) {
        this.commonWords = commonWords;
        this.unambiguousWords = unambiguousWords;
        this.onlyTags = onlyTags;
        this.features = rows.features;
        this.rowEnds = rows.ends;
        this.weightTags = rows.tags;
        this.weights = rows.weights;
    }

    /** The weights of all features, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    private record Rows(StringTable features, int[] ends, byte[] tags, short[] weights) {}

    boolean isCommon(String foldedWord) {
        return commonWords.contains(foldedWord);
    }

    /** The ordinal of the only tag that {@code word} ever has, or -1. */
    int onlyTag(String word) {
        int index = unambiguousWords.indexOf(word);
        return index < 0 ? -1 : onlyTags[index];
    }

    /** Adds the weights of the feature {@code kind + value} to the scores of the tags. */
    void add(String kind, String value, int[] scores) {
        int row = features.indexOf(kind + value);
        if (row < 0) {
            return;
        }
        for (int i = row == 0 ? 0 : rowEnds[row - 1]; i < rowEnds[row]; i++) {
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
    }

    /** Reads what {@link #write} wrote. */
    public static TaggerModel read(TableReader in) {
        return new TaggerModel(StringTable.read(in), StringTable.read(in), in.bytes(),
                new Rows(StringTable.read(in), in.ints(), in.bytes(), in.shorts()));
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
            return PartOfSpeech.of(label).orElseThrow(() -> file.damaged("unknown tag " + label)).ordinal();
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
                    onlyTags.toByteArray(), rows);
        }
    }
}
