package dev.sixtyfold.server.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A link to a port of this machine that can lose everything without closing, as when a cable is pulled. */
final class FreezingLink implements AutoCloseable {

    private final ServerSocket entry;
    private final int target;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean frozen;

    FreezingLink(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** From now on nothing passes. */
    void freeze() {
        frozen = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entry.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(client, server));
                Thread.startVirtualThread(() -> pass(client, server));
                Thread.startVirtualThread(() -> pass(server, client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!frozen) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One of them has closed.
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }
}
