package dev.sixtyfold.server.bench.listeners;

import dev.sixtyfold.proto.v1.Lane;

/**
 * A text for the server to speak.
 *
 * @param voice
 *            empty for the server's default
 */
public record SpeechRequest(String text, String voice, long seed, Lane lane, Reading reading) {

    /** When the client takes audio off the connection. */
    public enum Reading {
        AS_IT_COMES, ON_DEMAND
    }
}
