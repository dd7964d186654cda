package dev.sixtyfold.acoustic.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.speech.IdleThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default voice's predictions by kernels of this project's own, against the graph as it was published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeartAcousticTest {

    private static final List<String> SENTENCES = Heart.SENTENCES;

    private Heart heart;
    private HibariNetwork graph;
    private HibariNetwork kernels;

    @BeforeAll
    void load() {
        heart = Heart.load();
        InferenceRuntime runtime = heart.runtime();
        graph = new GraphHibariNetwork(runtime.load("acoustic.onnx", heart.graph().bytes(), NetworkOptions.CPU));
        kernels = KernelHibariNetwork.of(heart.graph(), HibariAcousticModel.MAX_IDS,
                product -> runtime.product(product, NetworkOptions.CPU));
    }

    @AfterAll
    void close() {
        graph.close();
        kernels.close();
    }

    /** The graph quantises whole utterances, the kernels row by row: a duration near a half may be rounded the other way. */
    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1, 2})
    void predictsDurationsAsTheGraphDoes(float speed) {
        int different = 0;
        int count = 0;
        for (String sentence : SENTENCES) {
            float[] expected = graph.run(ids(sentence), speed, IdleThreads.NONE).durations();
            float[] durations = kernels.run(ids(sentence), speed, IdleThreads.NONE).durations();
            assertThat(durations).hasSameSizeAs(expected);
            for (int i = 0; i < durations.length; i++) {
                assertThat(durations[i]).isBetween(expected[i] - 1, expected[i] + 1);
                different += durations[i] == expected[i] ? 0 : 1;
                count++;
            }
        }
        assertThat(different).as("of %d durations", count).isLessThanOrEqualTo(count / 20);
    }

    @Test
    void predictsFramesAsTheGraphDoes() {
        for (String sentence : SENTENCES) {
            HibariNetwork.Prediction expected = graph.run(ids(sentence), 1, IdleThreads.NONE);
            HibariNetwork.Prediction prediction = kernels.run(ids(sentence), 1, IdleThreads.NONE);
            assertThat(prediction.durations()).as("durations, so that frames can be compared")
                    .isEqualTo(expected.durations());
            assertThat(Heart.relativeError(prediction.contour(), expected.contour()))
                    .as("relative error of the contour")
                    .isLessThan(0.02);
            for (int i = 0; i < expected.durations().length; i++) {
                if (expected.durations()[i] > 0) {
                    assertThat(Heart.relativeError(prediction.phonemes()[i], expected.phonemes()[i])).as(
                            "relative error of phoneme %s", i).isLessThan(0.05);
                }
            }
            double f0 = IntStream.range(0, expected.f0().length)
                    .mapToDouble(i -> Math.abs(prediction.f0()[i] - expected.f0()[i])).average().orElseThrow();
            assertThat(f0).as("mean difference of f0 in Hz").isLessThan(3);
        }
    }

    @Test
    void aPredictionDependsOnNothingThatRanBefore() {
        HibariNetwork.Prediction first = kernels.run(ids(SENTENCES.get(1)), 1, IdleThreads.NONE);
        kernels.run(ids(SENTENCES.get(2)), 1, IdleThreads.NONE);
        HibariNetwork.Prediction again = kernels.run(ids(SENTENCES.get(1)), 1, IdleThreads.NONE);
        List<HibariNetwork.Prediction> together = IntStream.range(0, 8).parallel()
                .mapToObj(i -> kernels.run(ids(SENTENCES.get(1)), 1, IdleThreads.NONE)).toList();
        assertThat(again.phonemes()).isDeepEqualTo(first.phonemes());
        assertThat(again.f0()).isEqualTo(first.f0());
        assertThat(together).allSatisfy(prediction -> {
            assertThat(prediction.phonemes()).isDeepEqualTo(first.phonemes());
            assertThat(prediction.contour()).isEqualTo(first.contour());
            assertThat(prediction.f0()).isEqualTo(first.f0());
            assertThat(prediction.durations()).isEqualTo(first.durations());
        });
    }

    @Test
    void anotherThreadMayEncodeMeanwhile() {
        HibariNetwork.Prediction alone = kernels.run(ids(SENTENCES.get(1)), 1, IdleThreads.NONE);
        IdleThreads another = new IdleThreads() {
            @Override
            public <A, B> Both<A, B> both(Supplier<A> here, Supplier<B> aside) {
                CompletableFuture<B> meanwhile = CompletableFuture.supplyAsync(aside);
                return new Both<>(here.get(), meanwhile.join());
            }
        };
        for (int i = 0; i < 8; i++) {
            HibariNetwork.Prediction together = kernels.run(ids(SENTENCES.get(1)), 1, another);
            assertThat(together.phonemes()).isDeepEqualTo(alone.phonemes());
            assertThat(together.contour()).isEqualTo(alone.contour());
            assertThat(together.durations()).isEqualTo(alone.durations());
        }
    }

    @Test
    void theLongestUtteranceFits() {
        String symbols = SENTENCES.get(2).repeat(6).substring(0, HibariAcousticModel.MAX_IDS - 2);
        assertThat(kernels.run(ids(symbols), 1, IdleThreads.NONE).durations()).hasSize(HibariAcousticModel.MAX_IDS);
    }

    private long[] ids(String sentence) {
        return heart.ids(sentence);
    }
}
