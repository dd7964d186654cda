package dev.sixtyfold.server.bench.listeners;

/**
 * A text for the server to speak.
 *
 * @param voice
 *            empty for the server's default
 * @param ownConnection
 *            whether no other stream shares the connection
 */
record SpeechRequest(String text, String voice, long seed, Reading reading, boolean ownConnection) {

    /** When the client takes audio off the connection. */
    enum Reading {
        AS_IT_COMES, ON_DEMAND
    }
}
