package dev.sixtyfold.load.kernels;

import dev.sixtyfold.load.pipeline.DefaultVoice;
import dev.sixtyfold.speech.Utterance;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.UtteranceReader;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From text to phonemes, with the data of the default voice, which is installed on first need. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by prepare
public class TextFrontendBenchmark {

    @Param
    BenchmarkText text;

    private TextFrontend frontend;

    @Setup
    public void prepare() {
        frontend = DefaultVoice.open().voice().textFrontend();
    }

    @Benchmark
    public int textToPhonemes() {
        UtteranceReader reader = frontend.open(text.text());
        int phonemes = 0;
        for (Optional<Utterance> next = reader.next(); next.isPresent(); next = reader.next()) {
            phonemes += next.get().phonemes().words().size();
        }
        return phonemes;
    }
}
