package dev.sixtyfold.watermark.pattern;

/** How an id came into a mark. A mark says it itself: no records are needed to tell. */
public enum Origin {
    /** It was the next one of the counter: it names the request that the audio was made for. */
    ISSUED,
    /** Who holds the key chose it. It proves that the key was used, but not that the audio belongs to a request of that id. */
    CHOSEN
}
