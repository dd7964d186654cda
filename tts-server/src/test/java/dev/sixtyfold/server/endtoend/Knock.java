package dev.sixtyfold.server.endtoend;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** A program that does leave the machine, with one datagram: what a test for silence has to notice. */
final class Knock {

    /** In a network that is set aside for documentation (RFC 5737). */
    private static final byte[] NOBODY = {(byte) 198, 51, 100, 1};
    private static final int DISCARD = 9;

    private Knock() {}

    public static void main(String[] arguments) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByAddress(NOBODY), DISCARD));
        }
    }
}
