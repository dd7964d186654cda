package dev.sixtyfold.server.engine;

/**
 * The section {@code engine} of the configuration.
 *
 * @param computeThreads
 *            threads that run the networks, each of them for one request at a time; 0 for one for each processor
 */
public record EngineConfig(int computeThreads) {

    public static final EngineConfig DEFAULTS = new EngineConfig(0);

    public EngineConfig {
        if (computeThreads < 0 || computeThreads > 1024) {
            throw new IllegalArgumentException("compute-threads: " + computeThreads + " is not between 0 and 1024");
        }
    }

    /** {@code computeThreads}, or as many as this machine has processors. */
    public int threads() {
        return computeThreads == 0 ? Runtime.getRuntime().availableProcessors() : computeThreads;
    }
}
