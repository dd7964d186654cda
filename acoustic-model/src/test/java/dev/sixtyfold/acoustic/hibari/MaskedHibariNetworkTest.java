package dev.sixtyfold.acoustic.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.acoustic.hibari.HibariNetwork.Prediction;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.inference.BatchedNetwork;
import dev.sixtyfold.inference.Batching;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.inference.graph.CudaOperators;
import dev.sixtyfold.inference.graph.FloatProducts;
import dev.sixtyfold.inference.graph.FloatProducts.Precision;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.IdleThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default voice's predictions by graphs with masks: against the published graph, and in company against alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskedHibariNetworkTest {

    private static final int MIXES = 100;
    private static final int MOST = 6;
    private static final String LONG = Heart.SENTENCES.getLast();

    private Heart heart;
    private MaskedGraphs graphs;
    private HibariNetwork published;
    private HibariNetwork alone;
    private final List<BatchedNetwork> batches = new ArrayList<>();
    private HibariNetwork together;

    @BeforeAll
    void load() {
        heart = Heart.load();
        graphs = MaskedGraphs.of(heart.graph());
        published = new GraphHibariNetwork(loaded(FloatProducts.rewrite(heart.graph(), Precision.SINGLE)));
        alone = new MaskedHibariNetwork(loaded(graphs.encoders()), loaded(graphs.decoder()));
        for (OnnxGraph graph : List.of(graphs.encoders(), graphs.decoder())) {
            batches.add(new BatchedNetwork(loaded(graph), new Batching(MOST, Duration.ofMillis(5))));
        }
        together = new MaskedHibariNetwork(batches.getFirst(), batches.getLast());
    }

    private Network loaded(OnnxGraph graph) {
        return heart.runtime().load("acoustic.onnx", graph.bytes(), NetworkOptions.CPU);
    }

    @AfterAll
    void close() {
        published.close();
        alone.close();
        together.close();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1, 2})
    void predictsWhatThePublishedGraphPredictsInSinglePrecision(float speed) {
        for (String sentence : Heart.SENTENCES) {
            Prediction expected = published.run(heart.ids(sentence), speed, IdleThreads.NONE);
            Prediction prediction = alone.run(heart.ids(sentence), speed, IdleThreads.NONE);
            assertThat(prediction.durations()).isEqualTo(expected.durations());
            assertThat(Heart.relativeError(prediction.f0(), expected.f0())).as("f0").isLessThan(1e-3);
            assertThat(Heart.relativeError(prediction.contour(), expected.contour())).as("contour").isLessThan(1e-3);
            for (int i = 0; i < expected.phonemes().length; i++) {
                assertThat(Heart.relativeError(prediction.phonemes()[i], expected.phonemes()[i])).as("phoneme %s", i)
                        .isLessThan(1e-3);
            }
        }
    }

    @Test
    void inCompanyEachIsPredictedAsAlone() throws Exception {
        Random random = new Random(60);
        Map<String, Prediction> expected = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int mix = 0; mix < MIXES; mix++) {
                List<String> sentences = new ArrayList<>();
                List<Future<Prediction>> running = new ArrayList<>();
                for (int i = 2 + random.nextInt(MOST - 1); i > 0; i--) {
                    int length = random.nextInt(4) == 0 ? 1 + random.nextInt(LONG.length()) : 70 + random.nextInt(20);
                    String sentence = LONG.substring(0, length);
                    sentences.add(sentence);
                    running.add(threads.submit(() -> together.run(heart.ids(sentence), 1, IdleThreads.NONE)));
                }
                for (int i = 0; i < running.size(); i++) {
                    Prediction one = expected.computeIfAbsent(sentences.get(i),
                            sentence -> alone.run(heart.ids(sentence), 1, IdleThreads.NONE));
                    Prediction heard = running.get(i).get();
                    assertThat(heard.durations()).as("%s", sentences).isEqualTo(one.durations());
                    assertThat(Heart.relativeError(heard.contour(), one.contour())).as("contour").isLessThan(1e-5);
                    assertThat(Heart.relativeError(heard.phonemes()[0], one.phonemes()[0])).as("phoneme")
                            .isLessThan(1e-5);
                }
            }
        }
        for (BatchedNetwork network : batches) {
            BatchFigures figures = network.figures();
            assertThat(figures.runs()).as("some went together").isGreaterThan(figures.batches());
        }
    }

    @Test
    void theLongestUtteranceFits() {
        String symbols = LONG.repeat(6).substring(0, HibariAcousticModel.MAX_IDS - 2);
        assertThat(alone.run(heart.ids(symbols), 1, IdleThreads.NONE).durations()).hasSize(HibariAcousticModel.MAX_IDS);
    }

    @Test
    void aGpuHasKernelsForAllOfIt() {
        assertThat(CudaOperators.missingFor(graphs.encoders())).isEmpty();
        assertThat(CudaOperators.missingFor(graphs.decoder())).isEmpty();
    }
}
