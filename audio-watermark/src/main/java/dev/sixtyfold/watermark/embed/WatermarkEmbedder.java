package dev.sixtyfold.watermark.embed;

import dev.sixtyfold.speech.RequestId;
import dev.sixtyfold.watermark.embed.EmbeddingMemory.SlotSpectrum;
import dev.sixtyfold.watermark.pattern.CellGrid;
import dev.sixtyfold.watermark.pattern.KeyedPattern;
import dev.sixtyfold.watermark.pattern.RequestMark;
import dev.sixtyfold.watermark.spectrum.FrameTransform;
import java.util.Arrays;

/**
 * Stamps one stream of audio. The same samples come out whatever the chunks in which they came in; they come out as many as
 * came in, at most {@link #LOOK_AHEAD_SECONDS} later. What is silent stays silent, and frequencies outside of the grid are
 * not touched. Used by one thread at a time.
 *
 * <p>A frame is changed once the slot after its own is there: the gain of a cell depends on how far the cell stands out
 * ({@link CellGains}). The change is computed apart from the signal and added to it, so where no cell is moved the samples
 * pass as they are.
 */
public final class WatermarkEmbedder {

    /** Audio that a sample waits for: five hops. */
    public static final double LOOK_AHEAD_SECONDS = 5 / CellGrid.HOPS_PER_SECOND;

    /** Quarters of a hop in a hop. */
    private static final int QUARTERS = 4;

    private final FrameTransform transform;
    private final CellGains gains;
    private final int channels;
    /** What has come in and is not out yet, and the change to it, from sample {@code base} on: {@code [channel][sample]}. */
    private final float[][] input;
    private final float[][] change;
    /** Of the two slots that came last. */
    private final SlotSpectrum[] spectra;
    private long base;
    /** Samples from {@code base} on that have come in. */
    private int buffered;
    private long slots;
    private long written;
    private boolean flushed;

    /**
     * A stream of audio that begins, of a request.
     *
     * @param pattern
     *            of the key that stamps
     * @param sampleRate
     *            in Hz
     * @param channels
     *            at least 1; all get the same gains
     */
    public WatermarkEmbedder(KeyedPattern pattern, RequestId id, int sampleRate, int channels, Strength strength) {
        this(pattern, RequestMark.of(pattern.key(), id), sampleRate, channels, strength);
    }

    /**
     * The same in memory that no other stream uses any more.
     *
     * @param memory
     *            for the stream's sample rate and channels
     */
    public WatermarkEmbedder(KeyedPattern pattern, RequestId id, Strength strength, EmbeddingMemory memory) {
        this(pattern, RequestMark.of(pattern.key(), id), strength, memory);
    }

    /**
     * The same with any mark of the key.
     *
     * @param mark
     *            made by the key of {@code pattern}
     */
    public WatermarkEmbedder(KeyedPattern pattern, RequestMark mark, int sampleRate, int channels, Strength strength) {
        this(pattern, mark, strength, new EmbeddingMemory(sampleRate, channels));
    }

    private WatermarkEmbedder(KeyedPattern pattern, RequestMark mark, Strength strength, EmbeddingMemory memory) {
        memory.clear();
        this.transform = memory.transform;
        this.channels = memory.channels;
        this.gains = new CellGains(pattern.cellSigns(mark), mark.startSlot(), transform,
                strength);
        this.base = slotBegin(0);
        this.buffered = (int) -base;
        this.input = memory.input;
        this.change = memory.change;
        this.spectra = memory.spectra;
    }

    /** Of one channel. */
    public float[] push(float[] samples) {
        return push(new float[][]{samples})[0];
    }

    /**
     * Takes the next samples and returns those that are done.
     *
     * @param samples
     *            {@code [channel][sample]}
     */
    public float[][] push(float[][] samples) {
        requireOpen();
        if (samples.length != channels) {
            throw new IllegalArgumentException(samples.length + " channels instead of " + channels);
        }
        int length = samples[0].length;
        float[][] out = new float[channels][doneBy(base + buffered + length)];
        int produced = 0;
        for (int at = 0; at < length;) {
            int part = Math.min(length - at, room());
            for (int channel = 0; channel < channels; channel++) {
                System.arraycopy(samples[channel], at, input[channel], buffered, part);
            }
            buffered += part;
            at += part;
            produced += process(out, produced, Long.MAX_VALUE);
        }
        return out;
    }

    /** After the last sample: the rest, one channel. */
    public float[] flush() {
        return flushAll()[0];
    }

    /** After the last sample: the rest. */
    public float[][] flushAll() {
        requireOpen();
        flushed = true;
        long end = base + buffered;
        float[][] out = new float[channels][(int) (end - written)];
        int produced = 0;
        while (written < end) { // silence follows until the last sample is out
            buffered += Math.min(room(), transform.size());
            produced += process(out, produced, end);
        }
        return out;
    }

    private void requireOpen() {
        if (flushed) {
            throw new IllegalStateException("the stream has ended");
        }
    }

    /** Room for at least one more sample behind those that have come in; those that are out make way where it is needed. */
    private int room() {
        int most = input[0].length - transform.size(); // a transform reads past the end of a frame
        if (buffered == most) {
            long oldest = slotBegin(Math.max(0, slots - 1));
            int drop = (int) (oldest - base);
            for (int channel = 0; channel < channels; channel++) {
                dropFirst(input[channel], drop);
                dropFirst(change[channel], drop);
            }
            base = oldest;
            buffered -= drop;
        }
        return most - buffered;
    }

    private static void dropFirst(float[] samples, int drop) {
        System.arraycopy(samples, drop, samples, 0, samples.length - drop);
        Arrays.fill(samples, samples.length - drop, samples.length, 0);
    }

    /** The first sample of the first frame of a slot. */
    private long slotBegin(long slot) {
        return transform.firstSample(firstFrame(slot));
    }

    /** When the first frame of a slot begins; the second one follows a hop later. */
    private static long firstFrame(long slot) {
        return (slot - 1) * CellGrid.HOPS_PER_SLOT * QUARTERS;
    }

    /** Whether the frames of a slot lie before sample {@code end}. */
    private boolean isComplete(long slot, long end) {
        return transform.firstSample(firstFrame(slot) + 3 * QUARTERS) <= end;
    }

    /** How many more samples are done when all before {@code end} are in. */
    private int doneBy(long end) {
        long slot = slots;
        while (isComplete(slot, end)) {
            slot++;
        }
        return (int) (Math.max(written, slotBegin(slot - 1)) - written);
    }

    /** Transforms every slot that is complete, and hands out samples before {@code end} that no frame changes any more. */
    private int process(float[][] out, int to, long end) {
        int produced = 0;
        while (isComplete(slots, base + buffered)) {
            SlotSpectrum spectrum = spectra[(int) (slots & 1)];
            long frame = firstFrame(slots);
            for (int channel = 0; channel < channels; channel++) {
                transform.pair(frame, frame + QUARTERS, input[channel], base, spectrum.re[channel],
                        spectrum.im[channel]);
            }
            gains.analyse(spectrum);
            slots++;
            if (slots > 1) {
                changeSlot(slots - 2);
                produced += handOut(out, to + produced, Math.min(slotBegin(slots - 1), end));
            }
        }
        return produced;
    }

    private void changeSlot(long slot) {
        SlotSpectrum spectrum = spectra[(int) (slot & 1)];
        gains.turnIntoChange(spectrum);
        long frame = firstFrame(slot);
        for (int channel = 0; channel < channels; channel++) {
            transform.addPair(spectrum.re[channel], spectrum.im[channel], frame, frame + QUARTERS, change[channel],
                    base);
        }
    }

    private int handOut(float[][] out, int to, long end) {
        int from = (int) (written - base);
        int length = (int) Math.max(0, end - written);
        for (int channel = 0; channel < channels; channel++) {
            add(input[channel], change[channel], from, out[channel], to, length);
        }
        written += length;
        return length;
    }

    private static void add(float[] one, float[] other, int from, float[] out, int to, int length) {
        for (int n = 0; n < length; n++) {
            out[to + n] = one[from + n] + other[from + n];
        }
    }
}
