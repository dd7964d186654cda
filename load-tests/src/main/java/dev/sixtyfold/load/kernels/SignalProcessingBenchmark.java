package dev.sixtyfold.load.kernels;

import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.vocoder.VocoderStream;
import dev.sixtyfold.vocoder.hibari.HibariVocoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The vocoder without its network: pulse train, noise, spectra, inverse transform and overlap-add of an utterance of five
 * seconds. The figure is the time for one second of audio.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignalProcessingBenchmark {

    private static final int SECONDS = 5;
    private static final int FRAMES_PER_SECOND = 80;
    private static final int FRAMES = SECONDS * FRAMES_PER_SECOND;

    private final HibariVocoder vocoder = new HibariVocoder(new SilentNetwork());
    private final AcousticFrames frames = frames();

    @Benchmark
    @OperationsPerInvocation(SECONDS)
    public int oneSecondOfAudio() {
        VocoderStream stream = vocoder.open(frames, 0, 60);
        int samples = 0;
        for (Optional<AudioChunk> block = stream.next(); block.isPresent(); block = stream.next()) {
            samples += block.get().length();
        }
        return samples;
    }

    /** A voice that falls from 240 to 160 Hz, with a pause in the middle. */
    private static AcousticFrames frames() {
        float[] f0 = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            f0[i] = 240 - 80f * i / FRAMES;
        }
        Arrays.fill(f0, FRAMES / 2, FRAMES / 2 + FRAMES_PER_SECOND / 4, 0);
        return new AcousticFrames(FRAMES, FRAMES_PER_SECOND, List.of(
                new FrameTrack("f0", 1, FRAMES, f0)), new int[]{0, FRAMES});
    }
}
