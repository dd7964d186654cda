package dev.sixtyfold.text.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.speech.SynthesisException.InvalidRequest;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.lexicon.Lexicon;
import dev.sixtyfold.text.lexicon.LexiconException;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.ssml.SsmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever comes in, it is read or refused. A short form with fixed seeds belongs to every build; {@code fuzz.seconds} asks
 * for that long with other seeds (see the module's README). The message of a failure has the seed.
 */
@ExtendWith(HeartVoice.class)
class FuzzTest {

    private static final int ROUNDS = 200;
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    private static final int KINDS = 4;
    private static final SsmlReader SSML = new SsmlReader((alphabet, phonemes) -> phonemes, 200);

    private final TextFrontend frontend;

    FuzzTest(TextFrontend frontend) {
        this.frontend = frontend;
    }

    @Test
    void texts_are_read_or_listed_as_skipped() {
        eachSeed(seed -> {
            String text = new FuzzTexts(new Random(seed)).text(40);
            Coverage.check(text, Utterances.of(frontend, text).all());
        });
    }

    @Test
    void texts_in_pieces_are_read_as_a_whole() {
        eachSeed(seed -> {
            FuzzTexts texts = new FuzzTexts(new Random(seed));
            String text = texts.text(25);
            assertThat(readInPieces(texts.cut(text))).isEqualTo(Utterances.of(frontend, text).all());
        });
    }

    @Test
    void documents_are_read_or_refused() {
        eachSeed(seed -> {
            String document = new FuzzTexts(new Random(seed)).ssml();
            try {
                MarkedText marked = SSML.read(document);
                for (Utterance utterance : Utterances.of(frontend.open(marked)).all()) {
                    assertThat(utterance.phonemes().symbols()).hasSizeLessThanOrEqualTo(510);
                }
            } catch (InvalidRequest e) {
                assertThat(e.getMessage()).startsWith("input.ssml: ");
            }
        });
    }

    @Test
    void lexicons_are_followed_or_refused() {
        eachSeed(seed -> {
            FuzzTexts texts = new FuzzTexts(new Random(seed));
            String content = texts.lexicon();
            String text = texts.text(15);
            try {
                Lexicon lexicon = LexiconText.parse("fuzz", "fuzz", content);
                Coverage.check(text, Utterances.of(frontend.with(Lexicons.NONE.and(List.of(lexicon))), text).all());
            } catch (LexiconException e) {
                assertThat(e.getMessage()).startsWith("fuzz");
            }
        });
    }

    /** Texts that something was found with, {@code fuzz-found.txt}. */
    @Test
    void what_was_found_once_is_not_found_again() throws IOException {
        for (String text : found()) {
            List<Utterance> whole = Utterances.of(frontend, text).all();
            Coverage.check(text, whole);
            for (int at = 0; at <= text.length(); at++) {
                assertThat(readInPieces(text.substring(0, at), text.substring(at))).as("cut at %d of %s", at, text)
                        .isEqualTo(whole);
            }
        }
    }

    private List<Utterance> readInPieces(String... pieces) {
        IncrementalReader reader = frontend.openIncremental(ReadingOptions.DEFAULTS, IdleLimit.NEVER);
        List<Utterance> read = new ArrayList<>();
        for (String piece : pieces) {
            reader.push(piece);
            addAll(reader, read);
        }
        reader.end();
        addAll(reader, read);
        return read;
    }

    private static void addAll(UtteranceReader reader, List<Utterance> read) {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            read.add(next.get());
        }
    }

    private static void eachSeed(LongConsumer round) {
        long end = System.nanoTime() + SECONDS * 1_000_000_000 / KINDS;
        long first = SECONDS == 0 ? 1 : System.nanoTime();
        long seed = first;
        while (SECONDS == 0 ? seed < first + ROUNDS : System.nanoTime() < end) {
            try {
                round.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
            seed++;
        }
        if (SECONDS > 0) {
            System.out.println("fuzz: " + (seed - first) + " rounds");
        }
    }

    private static List<String> found() throws IOException {
        try (InputStream in = Objects.requireNonNull(FuzzTest.class.getResourceAsStream("fuzz-found.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(FuzzTest::unescaped).toList();
        }
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
