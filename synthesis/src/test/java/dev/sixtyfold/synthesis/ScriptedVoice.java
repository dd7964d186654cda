package dev.sixtyfold.synthesis;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SkippedSpan;
import dev.sixtyfold.speech.SourceSpan;
import dev.sixtyfold.speech.SpokenWord;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import dev.sixtyfold.text.markup.MarkedText;
import dev.sixtyfold.text.markup.PhonemeNotation;
import dev.sixtyfold.vocoder.Vocoder;
import dev.sixtyfold.vocoder.VocoderStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
        public UtteranceReader open(String text) {
            String[] lines = text.split("\n", -1);
            AtomicInteger next = new AtomicInteger();
            AtomicInteger offset = new AtomicInteger();
            return () -> {
                int index = next.getAndIncrement();
                if (index >= lines.length) {
                    return Optional.empty();
                }
                int start = offset.getAndAdd(lines[index].length() + 1);
                return Optional.of(utterance(index, lines[index], start));
            };
        }

        @Override
        public UtteranceReader open(MarkedText text) {
            return open(text.text());
        }

        @Override
        public PhonemeNotation notation() {
            return (alphabet, phonemes) -> phonemes;
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
        public double usualPitch() {
            return 200;
        }

        @Override
        public AcousticFrames predict(PhonemeSequence phonemes, double speakingRate) {
            predictions.incrementAndGet();
            int words = phonemes.symbols().split(" ").length;
            return new AcousticFrames(words, 50, List.of(), new int[]{words});
        }
    }

    private final class StepVocoder implements Vocoder {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public VocoderStream open(AcousticFrames frames, long noiseSeed) {
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
