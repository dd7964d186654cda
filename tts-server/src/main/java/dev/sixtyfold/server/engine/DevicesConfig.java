package dev.sixtyfold.server.engine;

import dev.sixtyfold.inference.Batching;
import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code devices} of the section {@code engine}: where each stage's networks run. The networks of the text
 * frontend are small and stay on the processor.
 *
 * @param acousticModel
 *            {@code cpu}, or {@code cuda:N} where the build has the CUDA runtime
 * @param vocoder
 *            the same
 * @param fallBackToCpu
 *            whether a device that cannot be used is replaced by the processor, with a warning; otherwise the server does
 *            not start
 * @param batching
 *            how many streams' work goes through a network at once: a number from 2 to 256, {@code off}, or
 *            {@code auto} for {@value #ON_A_GPU} on a GPU and none on a processor, where threads beside each other are faster
 */
public record DevicesConfig(String acousticModel, String vocoder, boolean fallBackToCpu, String batching) {

    static final int ON_A_GPU = 16;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1);
    private static final String AUTO = "auto";
    private static final String OFF = "off";

    public static final DevicesConfig CPU = new DevicesConfig("cpu", "cpu", false);

    public DevicesConfig {
        if (!batching.matches(AUTO + "|" + OFF + "|[2-9]|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-6]")) {
            throw new IllegalArgumentException("batching: \"" + batching
                    + "\" is neither auto nor off nor a number from 2 to 256");
        }
        require("acoustic-model", acousticModel);
        require("vocoder", vocoder);
    }

    /** With batches where they pay. */
    public DevicesConfig(String acousticModel, String vocoder, boolean fallBackToCpu) {
        this(acousticModel, vocoder, fallBackToCpu, AUTO);
    }

    /**
     * How the runs of a stage's networks are put together, if at all.
     *
     * @param device
     *            that the stage really runs on
     */
    public Optional<Batching> batches(String device) {
        return switch (batching) {
            case OFF -> Optional.empty();
            case AUTO -> device.equals("cpu")
                    ? Optional.empty()
                    : Optional.of(new Batching(ON_A_GPU, LONGEST_WAIT));
            default -> Optional.of(new Batching(Integer.parseInt(batching), LONGEST_WAIT));
        };
    }

    private static void require(String key, String device) {
        if (!device.matches("cpu|cuda:\\d{1,2}")) {
            throw new IllegalArgumentException(key + ": \"" + device + "\" is neither cpu nor cuda:N");
        }
    }
}
