package dev.sixtyfold.synthesis;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.IdleThreads;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.IdleLimit;
import dev.sixtyfold.text.IncrementalReader;
import dev.sixtyfold.text.ReadingOptions;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.lexicon.Lexicons;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import dev.sixtyfold.vocoder.Vocoder;
import dev.sixtyfold.vocoder.VocoderStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A voice by rule: each line of the text is an utterance, a line of only {@code #} is skipped; each word lasts one block of
 * 480 samples whose value is the utterance's number plus one, in hundredths. Counts what it was asked to do.
 */
final class ScriptedVoice {

    static final int RATE = 24_000;
    static final int BLOCK = 480;

    final AtomicInteger predictions = new AtomicInteger();
    final AtomicInteger blocks = new AtomicInteger();
    Runnable beforeEachBlock = () -> {};

    Voice voice() {
        return new Voice(new VoiceId("scripted"), "00ff", new Lines(), new CountingModel(), new StepVocoder(),
                List.of());
    }

    private static final class Lines implements TextFrontend {
        @Override
        public UtteranceReader open(String text, ReadingOptions options) {
            IncrementalReader reader = openIncremental(options, IdleLimit.NEVER);
            reader.push(text);
            reader.end();
            return reader;
        }

        @Override
        public TextFrontend with(Lexicons lexicons) {
            return this;
        }

        @Override
        public UtteranceReader open(MarkedText text) {
            return open(text.text());
        }

        @Override
        public PhonemeNotation notation() {
            return (alphabet, phonemes) -> phonemes;
        }

        @Override
        public IncrementalReader openIncremental(ReadingOptions options, IdleLimit idle) {
            return new LineReader();
        }
    }

    /** Knows no idle time. */
    private static final class LineReader implements IncrementalReader {

        private String rest = "";
        private boolean ended;
        private boolean over;
        private boolean flushing;
        private int index;
        private int offset;

        @Override
        public void push(String piece) {
            rest += piece;
        }

        @Override
        public void flush() {
            flushing = !rest.isEmpty();
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public Optional<Utterance> next() {
            int lineEnd = rest.indexOf('\n');
            if (over || (lineEnd < 0 && !ended && !flushing)) {
                return Optional.empty();
            }
            over = lineEnd < 0 && ended;
            flushing &= lineEnd >= 0;
            String line = lineEnd < 0 ? rest : rest.substring(0, lineEnd);
            Utterance utterance = utterance(index++, line, offset);
            offset += line.length() + 1;
            rest = lineEnd < 0 ? "" : rest.substring(lineEnd + 1);
            return Optional.of(utterance);
        }

        @Override
        public boolean isOver() {
            return over;
        }

        @Override
        public Optional<Duration> untilFlush() {
            return Optional.empty();
        }

        private static Utterance utterance(int index, String line, int start) {
            SourceSpan source = new SourceSpan(start, start + line.length());
            if (line.equals("#")) {
                return new Utterance(index, source, "", PhonemeSequence.EMPTY,
                        List.of(new SkippedSpan(source, "a hash is not spoken")));
            }
            SpokenWord word = new SpokenWord(line, source, line, line, "scripted", 0, line.length());
            return new Utterance(index, source, line, new PhonemeSequence(line, List.of(word)), List.of());
        }
    }

    private final class CountingModel implements AcousticModel {
        @Override
        public int maxSymbols() {
            return 500;
        }

        @Override
        public AcousticFrames pitched(AcousticFrames frames, float[] factors) {
            return frames;
        }

        @Override
        public Sounding sounding(AcousticFrames frames) {
            return new Sounding(0, frames.frameCount());
        }

        @Override
        public double usualPitch() {
            return 200;
        }

        @Override
        public AcousticFrames predict(PhonemeSequence phonemes, double speakingRate, IdleThreads idle,
                Consumer<BatchFigures> batches) {
            predictions.incrementAndGet();
            // A frame for the first symbol of each word.
            String symbols = phonemes.symbols();
            int[] frames = new int[symbols.length() + 2];
            int words = 0;
            for (int i = 0; i < symbols.length(); i++) {
                frames[i + 1] = symbols.charAt(i) != ' ' && (i == 0 || symbols.charAt(i - 1) == ' ') ? 1 : 0;
                words += frames[i + 1];
            }
            return new AcousticFrames(words, 50, List.of(), frames);
        }
    }

    private final class StepVocoder implements Vocoder {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public VocoderStream open(AcousticFrames frames, int first, long noiseSeed) {
            AtomicInteger left = new AtomicInteger(frames.frameCount());
            float value = ((noiseSeed & 0xF) + 1) / 100f;
            return () -> {
                if (left.getAndDecrement() <= 0) {
                    return Optional.empty();
                }
                beforeEachBlock.run();
                blocks.incrementAndGet();
                float[] samples = new float[BLOCK];
                Arrays.fill(samples, value);
                return Optional.of(new AudioChunk(samples, RATE));
            };
        }
    }
}
