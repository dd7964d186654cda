package dev.sixtyfold.watermark.detect;

import dev.sixtyfold.watermark.pattern.KeyedPattern;
import java.util.List;

/**
 * Looks for the marks of some keys in audio of any rate from 8 kHz and any number of channels. Immutable; each recording gets a
 * {@link DetectionStream} of its own.
 */
public final class WatermarkDetector {

    private final List<KeyedPattern> patterns;
    private final SearchEffort effort;

    /**
     * A detector.
     *
     * @param patterns
     *            of the keys, at least one; every key costs time and adds to what was tried
     */
    public WatermarkDetector(List<KeyedPattern> patterns, SearchEffort effort) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("there is no key to look for");
        }
        this.patterns = List.copyOf(patterns);
        this.effort = effort;
    }

    /**
     * Begins a recording.
     *
     * @param sampleRate
     *            in Hz
     */
    public DetectionStream open(int sampleRate, int channels) {
        return new DetectionStream(KeyedSearch.of(patterns), effort, sampleRate, channels);
    }

    /** A recording that is there as a whole, of one channel. */
    public Verification verify(float[] samples, int sampleRate) {
        DetectionStream stream = open(sampleRate, 1);
        stream.push(new float[][]{samples});
        return stream.finish();
    }
}
