package dev.sixtyfold.synthesis.schedule;

/** Why a stream was not admitted. */
public enum Refusal {
    /** As many streams as the configuration allows. */
    PLACES,
    /** The first audio would have come too late. */
    FIRST_AUDIO,
    /** The streams that play would have run dry. */
    PLAYBACK,
    /** While streams were refused for one of these reasons, more attempts came than were looked at. */
    UNREAD
}
