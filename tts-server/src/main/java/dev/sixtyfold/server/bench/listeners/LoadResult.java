package dev.sixtyfold.server.bench.listeners;

/**
 * What came of a {@link LoadPlan}.
 *
 * @param stuck
 *            streams that had not ended when the drain was over
 */
public record LoadResult(LoadFigures listeners, LoadFigures visitors, LoadFigures background,
        ProcessorShares processor, int stuck, SpeechServer.Speaker speaker) {

    /**
     * How much of the machine's processor time was taken while it was measured: 1 is all cores all the time.
     *
     * @param generator
     *            the process of the load test
     */
    public record ProcessorShares(double server, double generator) {}
}
