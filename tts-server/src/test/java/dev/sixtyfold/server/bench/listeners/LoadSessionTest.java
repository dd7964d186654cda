package dev.sixtyfold.server.bench.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.Lane;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Background;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Manner;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Pace;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Visitors;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.ScriptedServer.Piece;
import dev.sixtyfold.server.bench.listeners.ScriptedServer.Received;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LoadSessionTest {

    private static final Content CONTENT = new Content(List.of("one", "two"), "heart", 60);
    private static final Window TEN_SECONDS = new Window(Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO, false);

    private final FakeClock clock = new FakeClock();

    @Test
    void aListenerBeginsTheNextTextWhenTheLastHasBeenPlayed() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600), new Piece(50, 1400));

        LoadFigures heard = run(server, LoadPlan.ofListeners(1, CONTENT, TEN_SECONDS)).listeners();

        assertThat(server.received()).extracting(call -> call.atMillis).containsExactly(0.0, 2020.0, 4040.0, 6060.0,
                8080.0);
        assertThat(heard.firstAudio().count()).isEqualTo(5);
        assertThat(heard.firstAudio().medianMillis()).isCloseTo(20, Offset.offset(0.1));
        assertThat(heard.streams().finished()).isEqualTo(5);
        assertThat(heard.throughput()).isCloseTo(1.0, Offset.offset(1e-9));
        assertThat(heard.allServed()).isTrue();
    }

    @Test
    void aStreamOfAThroughputTestFollowsAtOnce() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600), new Piece(50, 1400));

        LoadFigures heard = run(server, LoadPlan.ofStreams(2, CONTENT, TEN_SECONDS)).listeners();

        assertThat(server.received()).hasSizeBetween(400, 402);
        assertThat(heard.throughput()).isCloseTo(80, Offset.offset(0.5));
    }

    @Test
    void gapsAreCountedAndMeasured() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600), new Piece(720, 300),
                new Piece(1070, 8_000));

        LoadFigures heard = run(server, LoadPlan.ofListeners(3, CONTENT, TEN_SECONDS)).listeners();

        assertThat(heard.underruns()).isEqualTo(new LoadFigures.Underruns(9, 6, Duration.ofMillis(3 * 150 + 3 * 100),
                Duration.ofMillis(100)));
        assertThat(heard.allServed()).isFalse();
    }

    @Test
    void aWaitThatTheEndOfTheTestCutsShortIsCounted() {
        ScriptedServer silent = ScriptedServer.thatSpeaks(clock, new Piece(60_000, 100));
        LoadFigures never = run(silent, LoadPlan.ofListeners(1, CONTENT, TEN_SECONDS)).listeners();
        assertThat(never.firstAudio().count()).isEqualTo(1);
        assertThat(never.firstAudio().mostMillis()).isCloseTo(10_000, Offset.offset(20.0));

        ScriptedServer halting = ScriptedServer.thatSpeaks(clock, new Piece(0, 1_000), new Piece(60_000, 100));
        LoadFigures gap = run(halting, LoadPlan.ofListeners(1, CONTENT, TEN_SECONDS)).listeners();
        assertThat(gap.underruns().count()).isEqualTo(1);
        assertThat(gap.underruns().gap()).isBetween(Duration.ofMillis(8_999), Duration.ofMillis(9_000));
    }

    @Test
    void aServerThatStandsStillDoesNotHideTheWaitsThatBeganBefore() {
        ScriptedServer silent = ScriptedServer.thatSpeaks(clock, new Piece(60_000, 100));
        Window later = new Window(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ZERO, false);

        LoadFigures heard = run(silent, LoadPlan.ofListeners(3, CONTENT, later)).listeners();

        assertThat(heard.firstAudio().count()).isEqualTo(3);
        assertThat(heard.firstAudio().millis(0)).isGreaterThan(9_900);
    }

    @Test
    void whatHappensBeforeTheMeasurementIsNotCounted() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600), new Piece(700, 400));
        Window later = new Window(Duration.ofMillis(1_500), Duration.ofMillis(400), Duration.ZERO, false);

        LoadFigures heard = run(server,
                new LoadPlan(1, Pace.AS_IT_IS_PLAYED, Visitors.NONE, Background.NONE, CONTENT, later))
                .listeners();

        assertThat(server.received().getFirst().atMillis).isBetween(0.0, 1_500.0);
        assertThat(heard.underruns().count()).isLessThan(2);
        assertThat(heard.measured()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aTestMayEndAtTheFirstMiss() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600), new Piece(700, 400));
        Window untilMiss = new Window(Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO, true);

        LoadFigures heard = run(server, LoadPlan.ofListeners(1, CONTENT, untilMiss)).listeners();

        assertThat(heard.underruns().count()).isEqualTo(1);
        assertThat(heard.measured()).isBetween(Duration.ofMillis(700), Duration.ofMillis(801));
    }

    @Test
    void aRefusedListenerComesAgainWhenTheServerSays() {
        ScriptedServer server = ScriptedServer.thatEnds(clock, Status.Code.RESOURCE_EXHAUSTED, Duration.ofSeconds(3));

        LoadFigures heard = run(server, LoadPlan.ofStreams(1, CONTENT, TEN_SECONDS)).listeners();

        assertThat(server.received()).extracting(call -> call.atMillis).containsExactly(0.0, 3001.0, 6002.0, 9003.0);
        assertThat(heard.refused()).isEqualTo(4);
        assertThat(heard.refusals().mostMillis()).isCloseTo(1, Offset.offset(0.01));
        assertThat(heard.streams().refusedWithoutRetryTime()).isZero();
        assertThat(heard.allServed()).isFalse();
    }

    @Test
    void streamsThatBreakOffAreCountedByTheirStatus() {
        ScriptedServer server = ScriptedServer.thatEnds(clock, Status.Code.INTERNAL, null);

        LoadFigures heard = run(server, LoadPlan.ofListeners(2, CONTENT, TEN_SECONDS)).listeners();

        assertThat(heard.streams().broken()).containsExactly(Map.entry(Status.Code.INTERNAL, 20L));
        assertThat(heard.allServed()).isFalse();
    }

    @Test
    void visitorsComeHoweverTheServerDoes() {
        ScriptedServer never = ScriptedServer.thatSpeaks(clock, new Piece(60_000, 100));

        LoadFigures visitors = run(never, visits(100, Manner.LISTENS)).visitors();

        assertThat(never.received()).hasSizeBetween(900, 1100);
        assertThat(visitors.firstAudio().count()).isEqualTo(never.received().size());
        assertThat(visitors.firstAudio().medianMillis()).isCloseTo(5_000, Offset.offset(500.0));
    }

    @Test
    void theBackgroundIsRenderedInTheBatchLaneAndCountedApart() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(500, 30_000));

        LoadSession.Outcome outcome = run(server, new LoadPlan(1, Pace.AS_IT_IS_PLAYED, Visitors.NONE, new Background(2,
                List.of("an hour of text")), CONTENT, TEN_SECONDS));

        assertThat(outcome.background().throughput()).isCloseTo(2 * 60, Offset.offset(6.0));
        assertThat(outcome.listeners().firstAudio().count()).isEqualTo(1);
        assertThat(server.received()).filteredOn(call -> call.request.lane() == Lane.LANE_BATCH).hasSizeBetween(38, 42)
                .allMatch(call -> call.request.text().equals("an hour of text"));
        assertThat(server.received()).filteredOn(call -> call.request.lane() == Lane.LANE_LIVE).hasSize(1);
    }

    @Test
    void theSameSeedMakesTheSameTest() {
        ScriptedServer first = ScriptedServer.thatSpeaks(clock, new Piece(20, 600));
        run(first, visits(5, Manner.LISTENS));
        FakeClock again = new FakeClock();
        ScriptedServer second = ScriptedServer.thatSpeaks(again, new Piece(20, 600));
        run(again, second, visits(5, Manner.LISTENS));

        assertThat(second.received()).extracting(call -> call.request).containsExactlyElementsOf(first.received()
                .stream().map(call -> call.request).toList());
        assertThat(second.received()).extracting(call -> call.atMillis).containsExactlyElementsOf(first.received()
                .stream().map(call -> call.atMillis).toList());
    }

    @Test
    void aSlowReaderTakesAPieceWhenTheOneBeforeIsPlayed() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(0, 2_000));

        LoadFigures visitors = run(server, visits(1, Manner.READS_SLOWLY)).visitors();

        assertThat(server.received()).isNotEmpty().allSatisfy(call -> {
            assertThat(call.request.reading()).isEqualTo(SpeechRequest.Reading.ON_DEMAND);
            assertThat(call.reads).isEqualTo(1);
        });
        assertThat(visitors.streams().finished()).isEqualTo(server.received().size());
    }

    @Test
    void clientsThatLeaveAreNotTheServersFault() {
        for (Manner manner : List.of(Manner.CANCELS, Manner.VANISHES)) {
            ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(2_000, 100));

            LoadSession.Outcome outcome = run(server, visits(10, manner));

            List<Received> early = server.received().stream().filter(call -> call.atMillis < clock.elapsedMillis()
                    - 61_000).toList();
            assertThat(early).isNotEmpty().allMatch(call -> manner == Manner.CANCELS ? call.cancelled : call.vanished);
            assertThat(outcome.visitors().streams().left()).isBetween(60L, 140L);
            assertThat(outcome.visitors().streams().allBroken()).isZero();
        }
    }

    @Test
    void whoStopsReadingGivesUpAfterHalfAMinute() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(0, 100), new Piece(90_000, 100));
        Window drained = new Window(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(60), false);

        LoadSession.Outcome outcome = run(server, new LoadPlan(0, Pace.AS_IT_IS_PLAYED, new Visitors(20, Map.of(
                Manner.STOPS_READING, 1.0)), Background.NONE, CONTENT, drained));

        assertThat(server.received()).isNotEmpty().allMatch(call -> call.cancelled && call.reads == 0);
        assertThat(outcome.stuck()).isZero();
    }

    @Test
    void streamsThatDoNotEndAreStuck() {
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(0, 100), new Piece(90_000, 100));
        Window drained = new Window(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(10), false);

        assertThat(run(server, LoadPlan.ofListeners(3, CONTENT, drained)).stuck()).isEqualTo(3);
    }

    @Test
    void processorTimeIsThatOfTheMeasurementAlone() {
        ProcessorClocks processors = new ProcessorClocks(() -> Duration.ofNanos((long) (clock.elapsedMillis() * 1e6)),
                () -> Duration.ofNanos((long) (clock.elapsedMillis() * 1e5)), 2);
        ScriptedServer server = ScriptedServer.thatSpeaks(clock, new Piece(20, 600));
        clock.pass(5_000);

        CompletableFuture<LoadSession.Outcome> running = new CompletableFuture<>();
        new LoadSession(LoadPlan.ofListeners(1, CONTENT, TEN_SECONDS), server, clock, processors).start(
                running::complete);
        clock.pass(20_000);

        assertThat(running.join().processor().server()).isCloseTo(0.5, Offset.offset(1e-9));
        assertThat(running.join().processor().generator()).isCloseTo(0.05, Offset.offset(1e-9));
    }

    private static LoadPlan visits(double perSecond, Manner manner) {
        return new LoadPlan(0, Pace.AS_IT_IS_PLAYED, new Visitors(perSecond, Map.of(manner, 1.0)), Background.NONE,
                CONTENT,
                TEN_SECONDS);
    }

    private LoadSession.Outcome run(ScriptedServer server, LoadPlan plan) {
        return run(clock, server, plan);
    }

    private static LoadSession.Outcome run(FakeClock clock, ScriptedServer server, LoadPlan plan) {
        ProcessorClocks none = new ProcessorClocks(() -> Duration.ZERO, () -> Duration.ZERO, 1);
        CompletableFuture<LoadSession.Outcome> running = new CompletableFuture<>();
        new LoadSession(plan, server, clock, none).start(running::complete);
        clock.pass(71_000);
        assertThat(running).isCompleted();
        return running.join();
    }
}
