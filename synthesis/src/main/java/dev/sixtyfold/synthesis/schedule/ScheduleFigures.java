package dev.sixtyfold.synthesis.schedule;

import java.time.Duration;
import java.util.Map;

/**
 * What a scheduler is doing, and what it has done since it began.
 *
 * @param threads
 *            that compute
 * @param lanes
 *            both of them
 * @param predictedFirstAudio
 *            of a live stream that were opened now; zero as long as too little has been measured to say
 * @param refused
 *            streams since the beginning, by reason
 */
public record ScheduleFigures(int threads, Map<Lane, LaneFigures> lanes, Duration predictedFirstAudio,
        Map<Refusal, Long> refused) {

    public ScheduleFigures {
        lanes = Map.copyOf(lanes);
        refused = Map.copyOf(refused);
    }

    /**
     * One lane's.
     *
     * @param streams
     *            admitted and not closed
     * @param waiting
     *            pieces of work that wait for a thread
     * @param running
     *            pieces that have one
     * @param computed
     *            since the beginning, over all threads
     */
    public record LaneFigures(int streams, int waiting, int running, Duration computed) {}
}
