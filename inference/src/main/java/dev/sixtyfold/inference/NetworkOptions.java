package dev.sixtyfold.inference;

/**
 * How a graph is run.
 *
 * @param device
 *            {@code cpu}, or {@code cuda:N} where the build has the CUDA runtime
 * @param threads
 *            native threads of one run, the caller's included; 1 lets the server's own pool decide what runs beside what
 */
public record NetworkOptions(String device, int threads) {

    public static final NetworkOptions CPU = new NetworkOptions("cpu", 1);

    public NetworkOptions {
        if (!device.matches("cpu|cuda:\\d{1,2}")) {
            throw new IllegalArgumentException("device \"" + device + "\" is neither cpu nor cuda:N");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is less than 1");
        }
    }
}
