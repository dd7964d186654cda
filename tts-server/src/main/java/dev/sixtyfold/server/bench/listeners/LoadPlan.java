package dev.sixtyfold.server.bench.listeners;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a load test does.
 *
 * @param listeners
 *            who have one text after another spoken to them
 * @param pace
 *            of the listeners
 * @param visitors
 *            who come for one text, independently of all others
 * @param background
 *            what is rendered meanwhile, and nobody waits for
 */
public record LoadPlan(int listeners, Pace pace, Visitors visitors, Background background, Content content,
        Window window) {

    public LoadPlan {
        if (listeners < 0) {
            throw new IllegalArgumentException("listeners: " + listeners + " is less than 0");
        }
    }

    /** Listeners who play what they hear, and nobody else. */
    public static LoadPlan ofListeners(int listeners, Content content, Window window) {
        return new LoadPlan(listeners, Pace.AS_IT_IS_PLAYED, Visitors.NONE, Background.NONE, content, window);
    }

    /** Streams that follow one another without a pause, that many at a time. */
    public static LoadPlan ofStreams(int streams, Content content, Window window) {
        return new LoadPlan(streams, Pace.AT_ONCE, Visitors.NONE, Background.NONE, content, window);
    }

    /** When a listener begins the next text. */
    public enum Pace {
        /** When the last one has been played. */
        AS_IT_IS_PLAYED,
        /** When the last one has arrived. */
        AT_ONCE
    }

    /** What clients do with a stream. */
    public enum Manner {
        /** Take audio as it comes and hear it to the end. */
        LISTENS,
        /** Take each piece off the connection when the one before has been played. */
        READS_SLOWLY,
        /** Take one piece and no more, until somebody ends the stream; after half a minute they do. */
        STOPS_READING,
        /** Cancel within a second. */
        CANCELS,
        /** Are gone within a second, and their connection with them, without a word. */
        VANISHES
    }

    /**
     * Clients who arrive at random, as many in the long run as {@code arrivalsPerSecond} says, however the server does.
     *
     * @param mix
     *            how often each manner is met, in any unit
     */
    public record Visitors(double arrivalsPerSecond, Map<Manner, Double> mix) {

        public static final Visitors NONE = new Visitors(0, Map.of(Manner.LISTENS, 1.0));

        public Visitors {
            mix = Map.copyOf(mix);
            if (!(arrivalsPerSecond >= 0 && arrivalsPerSecond <= 100_000)) {
                throw new IllegalArgumentException("arrivals: " + arrivalsPerSecond + " is not between 0 and 100000");
            }
            if (mix.values().stream().anyMatch(share -> !(share >= 0))
                    || !(mix.values().stream().mapToDouble(Double::doubleValue).sum() > 0)) {
                throw new IllegalArgumentException("mix: has no share above 0, or one below");
            }
        }
    }

    /**
     * Streams of the batch lane, each following the last at once, from the beginning to the end of the test.
     *
     * @param streams
     *            at a time
     * @param texts
     *            of which each stream takes one at random; at least one if there are streams
     */
    public record Background(int streams, List<String> texts) {

        public static final Background NONE = new Background(0, List.of());

        public Background {
            texts = List.copyOf(texts);
            if (streams < 0 || (streams > 0 && texts.isEmpty())) {
                throw new IllegalArgumentException("batch: " + streams + " streams of " + texts.size() + " texts");
            }
        }
    }

    /**
     * What is spoken.
     *
     * @param texts
     *            of which each stream takes one at random
     * @param voice
     *            empty for the server's default
     * @param seed
     *            of all that is random in a test
     */
    public record Content(List<String> texts, String voice, long seed) {

        public Content {
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("texts: there is none");
            }
        }
    }

    /**
     * When it is measured.
     *
     * @param rampUp
     *            in which the listeners come, at random, before anything is measured
     * @param drain
     *            how long streams may take to end afterwards, before they are cut off
     * @param untilFirstMiss
     *            whether the test ends as soon as a listener is let down
     */
    public record Window(Duration rampUp, Duration measured, Duration drain, boolean untilFirstMiss) {

        public Window {
            if (rampUp.isNegative() || drain.isNegative() || !measured.isPositive()) {
                throw new IllegalArgumentException("measured: " + measured + " is not more than 0");
            }
        }
    }
}
