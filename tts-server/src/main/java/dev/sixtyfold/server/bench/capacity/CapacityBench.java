package dev.sixtyfold.server.bench.capacity;

import dev.sixtyfold.server.bench.listeners.LoadGenerator;
import dev.sixtyfold.server.bench.listeners.LoadPlan;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Content;
import dev.sixtyfold.server.bench.listeners.LoadPlan.Window;
import dev.sixtyfold.server.bench.listeners.LoadResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures how many real-time listeners a server carries: who play what they get from the first byte, without a buffer, one
 * text after another, and hear no gap.
 */
public final class CapacityBench {

    private final Load load;
    private final Content content;
    private final Effort effort;
    private final Consumer<String> progress;

    /**
     * @param progress
     *            gets a line for people after each trial
     */
    public CapacityBench(Load load, Content content, Effort effort, Consumer<String> progress) {
        this.load = load;
        this.content = content;
        this.effort = effort;
        this.progress = progress;
    }

    /** What carries out the trials; {@link LoadGenerator#run}. */
    @FunctionalInterface
    public interface Load {
        LoadResult run(LoadPlan plan) throws InterruptedException;
    }

    /**
     * How much is tried.
     *
     * @param mostListeners
     *            that are tried
     * @param rampUp
     *            in which the listeners of a trial come; about as long as a text, so that they do not all begin at once
     * @param trial
     *            how long each trial is measured
     * @param confirmation
     *            how long the result is measured
     */
    public record Effort(int mostListeners, Duration rampUp, Duration trial, Duration confirmation) {

        public static final Effort DEFAULTS = new Effort(4096, Duration.ofSeconds(13), Duration.ofSeconds(15), Duration
                .ofSeconds(60));
    }

    private static final int FIRST_LISTENERS = 16;
    private static final double RESOLUTION = 0.05;
    /** What is taken off when the longer run does not confirm what a short one found. */
    private static final double STEP_DOWN = 0.9;

    /** Warms the server up, measures it idle, searches, and confirms what was found. */
    public CapacityCertificate measure(InstantSource clock) throws InterruptedException {
        double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        load.run(LoadPlan.ofStreams(2 * Runtime.getRuntime().availableProcessors(), content, window(effort.trial())));
        LoadResult idle = load.run(LoadPlan.ofStreams(1, content, window(effort.trial())));
        progress.accept(String.format(Locale.ROOT, "one stream at a time: first audio %.1f ms at the median", idle
                .listeners().firstAudio().medianMillis()));
        List<CapacityCertificate.Trial> trials = new ArrayList<>();
        int found = new CapacitySearch(Math.min(FIRST_LISTENERS, effort.mostListeners()), effort.mostListeners(),
                RESOLUTION).find(listeners -> attempt(listeners, effort.trial(), trials));
        while (found > 0 && !attempt(found, effort.confirmation(), trials)) {
            found = (int) (STEP_DOWN * found);
        }
        return new CapacityCertificate(clock.instant(), loadBefore, idle, found, trials);
    }

    private boolean attempt(int listeners, Duration measured, List<CapacityCertificate.Trial> trials)
            throws InterruptedException {
        LoadResult result = load.run(LoadPlan.ofListeners(listeners, content, new Window(effort.rampUp(), measured,
                Duration.ZERO, true)));
        CapacityCertificate.Trial trial = new CapacityCertificate.Trial(listeners, result);
        trials.add(trial);
        progress.accept(trial.line());
        return trial.carried();
    }

    private static Window window(Duration measured) {
        return new Window(Duration.ZERO, measured, Duration.ZERO, false);
    }
}
