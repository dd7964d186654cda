package dev.sixtyfold.server.engine;

/**
 * The section {@code engine} of the configuration.
 *
 * @param computeThreads
 *            threads that run the networks, each of them for one request at a time; 0 for one for each processor
 * @param maxRequests
 *            requests under way at a time, the ones whose readers are slow included; more are refused. 0 for 32 for each
 *            compute thread
 * @param device
 *            {@code cpu}, or {@code cuda:N} where the build has the CUDA runtime
 */
public record EngineConfig(int computeThreads, int maxRequests, String device) {

    public static final EngineConfig DEFAULTS = new EngineConfig(0, 0, "cpu");

    private static final int REQUESTS_PER_THREAD = 32;

    public EngineConfig {
        if (computeThreads < 0 || computeThreads > 1024) {
            throw new IllegalArgumentException("compute-threads: " + computeThreads + " is not between 0 and 1024");
        }
        if (maxRequests < 0) {
            throw new IllegalArgumentException("max-requests: " + maxRequests + " is less than 0");
        }
        if (!device.matches("cpu|cuda:\\d{1,2}")) {
            throw new IllegalArgumentException("device: \"" + device + "\" is neither cpu nor cuda:N");
        }
    }

    /** The defaults, with that many threads and room for as many requests. */
    public static EngineConfig ofThreads(int computeThreads) {
        return new EngineConfig(computeThreads, DEFAULTS.maxRequests, DEFAULTS.device);
    }

    /** {@code computeThreads}, or as many as this machine has processors. */
    public int threads() {
        return computeThreads == 0 ? Runtime.getRuntime().availableProcessors() : computeThreads;
    }

    /** {@code maxRequests}, or as many as the threads can serve. */
    public int requests() {
        return maxRequests == 0 ? REQUESTS_PER_THREAD * threads() : maxRequests;
    }
}
