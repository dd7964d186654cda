package dev.sixtyfold.text.english.homograph;

import dev.sixtyfold.text.english.normalize.Glossary;
import dev.sixtyfold.text.english.normalize.Normalizer;
import dev.sixtyfold.text.english.normalize.Term;
import dev.sixtyfold.text.english.number.NumberWords;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.text.english.segment.SentenceBreaker;
import dev.sixtyfold.text.english.tag.PartOfSpeech;
import dev.sixtyfold.text.english.tag.Tagger;
import dev.sixtyfold.text.english.tag.TaggerModel;
import dev.sixtyfold.text.english.token.Contractions;
import dev.sixtyfold.text.english.token.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Reads the Wikipedia homograph data (Gorman, Mazovetskiy and Nikolaev 2018): {@code homograph, wordid, sentence, start,
 * end}, separated by tabs, in quotes, places in bytes. Sentences are seen as the frontend sees them.
 */
public final class HomographData {

    private final Map<String, Homograph> homographs = HomographTable.bundled();
    private final SentenceBreaker breaker = new SentenceBreaker();
    private final Tokenizer tokenizer;
    private final Normalizer normalizer;
    private final Tagger tagger;

    /**
     * @param voice
     *            directory of an installed voice, with the tagger and the tables
     */
    HomographData(Path voice) {
        this.tokenizer = new Tokenizer(Contractions.parse(voice.resolve("tokenizer_exceptions.json")));
        this.normalizer = new Normalizer(Glossary.parse(voice.resolve("normalize.json")),
                word -> false, new NumberWords(Dialect.AMERICAN));
        this.tagger = new Tagger(TaggerModel.parse(voice.resolve("tagger.json.gz")));
    }

    /**
     * A line of the data.
     *
     * @param id
     *            of the sense
     * @param at
     *            where the word begins, in UTF-16 units
     */
    public record Line(String word, String id, String sentence, int at, long checksum) {

        /** Whether it is kept apart from training and from every choice that training involves. */
        public boolean isHeldOut() {
            return checksum % Example.PARTS == 0;
        }
    }

    public static List<Line> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(HomographData::line).toList();
    }

    private static Line line(String line) {
        String[] columns = line.split("\t", -1);
        String sentence = unquoted(columns[2]);
        byte[] bytes = sentence.getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, 0, Integer.parseInt(columns[3]), StandardCharsets.UTF_8).length();
        return new Line(unquoted(columns[0]), unquoted(columns[1]), sentence, at, checksum(sentence));
    }

    private static long checksum(String sentence) {
        CRC32 checksum = new CRC32();
        checksum.update(sentence.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /** Sentences of our own, {@code more-sentences.tsv}: sense, sentence with that word in it, once. */
    List<Line> ownSentences() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream file = HomographData.class.getResourceAsStream("more-sentences.tsv")) {
            if (file == null) {
                throw new IOException("no resource more-sentences.tsv");
            }
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] columns = line.split("\t", -1);
                lines.add(ownSentence(columns[0], columns[1]));
            }
        }
        return lines;
    }

    /** A sentence and the sense of the first homograph in it that has such a sense. */
    Line ownSentence(String sense, String sentence) {
        String word = homographs.values().stream()
                .filter(homograph -> homograph.senses().stream().anyMatch(other -> other.id().equals(sense)))
                .map(Homograph::word).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sense " + sense + " in the table"));
        Matcher place = Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE).matcher(sentence);
        if (!place.find()) {
            throw new IllegalArgumentException("no \"" + word + "\" in: " + sentence);
        }
        return new Line(word, sense, sentence, place.start(), checksum(sentence));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
    }

    /** The place as a classifier sees it; nothing if the tokenizer does not make the word a token of its own. */
    Optional<Example> example(Line line) {
        int start = firstVisible(line.sentence, 0);
        int end = end(line.sentence, start);
        while (end <= line.at) {
            start = firstVisible(line.sentence, end);
            end = end(line.sentence, start);
        }
        List<String> words = new ArrayList<>();
        int at = -1;
        for (Term term : normalizer.normalize(tokenizer.tokenize(line.sentence, start, end))) {
            if (term.token().start() == line.at) {
                at = words.size();
            }
            words.addAll(term.taggedAs());
        }
        if (at < 0 || !words.get(at).equalsIgnoreCase(line.word)) {
            return Optional.empty();
        }
        List<PartOfSpeech> tags = tagger.tag(words);
        Homograph homograph = Objects.requireNonNull(homographs.get(line.word));
        int sense = IntStream.range(0, homograph.senses().size())
                .filter(i -> homograph.senses().get(i).id().equals(line.id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sense " + line.id + " in the table"));
        return Optional.of(new Example(homograph, sense, Context.features(words, tags, at), line.sentence,
                line.checksum));
    }

    private int end(String text, int start) {
        return breaker.next(text, start, true).orElseThrow().end();
    }

    private static int firstVisible(String text, int from) {
        int at = from;
        while (SentenceBreaker.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
