package dev.sixtyfold.server.engine;

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
 */
public record DevicesConfig(String acousticModel, String vocoder, boolean fallBackToCpu) {

    public static final DevicesConfig CPU = new DevicesConfig("cpu", "cpu", false);

    public DevicesConfig {
        require("acoustic-model", acousticModel);
        require("vocoder", vocoder);
    }

    private static void require(String key, String device) {
        if (!device.matches("cpu|cuda:\\d{1,2}")) {
            throw new IllegalArgumentException(key + ": \"" + device + "\" is neither cpu nor cuda:N");
        }
    }
}
