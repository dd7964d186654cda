package dev.sixtyfold.server.bench.listeners;

/** One stream as its listener experiences it, told to a {@link Tally}. */
final class Hearing implements SpeechServer.Events, Tally.Watched {

    private final LoadClock clock;
    private final Tally tally;
    private final long intended;
    private final Sequel sequel;
    private final Playback playback = new Playback();
    private boolean gapped;

    /**
     * @param intended
     *            when the listener wanted to begin, whenever the request is really sent
     */
    Hearing(LoadClock clock, Tally tally, long intended, Sequel sequel) {
        this.clock = clock;
        this.tally = tally;
        this.intended = intended;
        this.sequel = sequel;
        tally.opened(this);
    }

    @Override
    public void audio(long nanos) {
        long now = clock.nanoTime();
        if (!playback.started()) {
            tally.firstAudio(intended, now);
        }
        gap(now, playback.arrived(now, nanos));
        tally.audio(now, nanos);
    }

    @Override
    public void ended(SpeechServer.Ending ending) {
        long now = clock.nanoTime();
        tally.ended(this, intended, now, ending);
        sequel.follow(ending, playback.started() ? playback.playedOutAt() : now);
    }

    /** What the listener still waits for counts as if it came now. */
    @Override
    public void watchedUntil(long now) {
        if (!playback.started()) {
            tally.firstAudio(intended, now);
        }
        gap(now, playback.gapAt(now));
    }

    private void gap(long now, long nanos) {
        if (nanos > 0) {
            gapped = tally.underrun(now, nanos, !gapped) || gapped;
        }
    }

    /** What a listener does next. */
    @FunctionalInterface
    interface Sequel {

        /**
         * The stream is over.
         *
         * @param heardOut
         *            when all audio that came will have been played, or the time of the end if none came
         */
        void follow(SpeechServer.Ending ending, long heardOut);
    }
}
