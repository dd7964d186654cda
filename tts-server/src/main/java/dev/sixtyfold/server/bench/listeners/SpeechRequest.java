package dev.sixtyfold.server.bench.listeners;

/**
 * A text for the server to speak.
 *
 * @param voice
 *            empty for the server's default
 * @param ownConnection
 *            whether no other stream shares the connection
 */
public record SpeechRequest(String text, String voice, long seed, Reading reading, boolean ownConnection) {

    /** When the client takes audio off the connection. */
    public enum Reading {
        AS_IT_COMES, ON_DEMAND
    }
}
