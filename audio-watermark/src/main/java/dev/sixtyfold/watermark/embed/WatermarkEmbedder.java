package dev.sixtyfold.watermark.embed;

import dev.sixtyfold.speech.RequestId;
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

    private static final int QUARTERS = 4;
    /** Slot 0 lies before the first sample: its second frame reaches into the audio. */
    private static final int LEAD_HOPS = CellGrid.HOPS_PER_SLOT;

    private final FrameTransform transform;
    private final CellGains gains;
    private final int channels;
    /** What has come in and is not out yet, and the change to it, from sample {@code base} on: {@code [channel][sample]}. */
    private final float[][] input;
    private final float[][] change;
    private final SlotSpectra[] slots;
    private long base;
    private int buffered;
    private long frames;
    private long written;
    private boolean flushed;

    /**
     * A stream of audio that begins.
     *
     * @param pattern
     *            of the key that stamps
     * @param sampleRate
     *            in Hz
     * @param channels
     *            at least 1; all get the same gains
     */
    public WatermarkEmbedder(KeyedPattern pattern, RequestId id, int sampleRate, int channels, Strength strength) {
        if (channels < 1) {
            throw new IllegalArgumentException(channels + " channels");
        }
        this.transform = new FrameTransform(sampleRate);
        this.channels = channels;
        this.gains = new CellGains(pattern.cellSigns(id), RequestMark.of(pattern.key(), id).startSlot(),
                transform.binHz(), sampleRate, strength);
        this.base = transform.firstSample((long) -LEAD_HOPS * QUARTERS);
        this.buffered = (int) -base;
        int capacity = 16 * transform.size();
        this.input = new float[channels][capacity];
        this.change = new float[channels][capacity];
        this.slots = new SlotSpectra[]{new SlotSpectra(channels, transform.bins()),
            new SlotSpectra(channels, transform.bins())};
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
        if (flushed) {
            throw new IllegalStateException("the stream has ended");
        }
        if (samples.length != channels) {
            throw new IllegalArgumentException(samples.length + " channels instead of " + channels);
        }
        int length = samples[0].length;
        float[][] out = new float[channels][length + buffered];
        int produced = 0;
        for (int at = 0; at < length;) {
            int part = Math.min(length - at, input[0].length - buffered - transform.size());
            for (int channel = 0; channel < channels; channel++) {
                System.arraycopy(samples[channel], at, input[channel], buffered, part);
            }
            buffered += part;
            at += part;
            produced += process(out, produced, base + buffered);
        }
        return shortened(out, produced);
    }

    /** After the last sample: the rest, one channel. */
    public float[] flush() {
        return flushAll()[0];
    }

    /** After the last sample: the rest. */
    public float[][] flushAll() {
        flushed = true;
        long end = base + buffered;
        float[][] out = new float[channels][buffered];
        int produced = 0;
        while (written < end) { // silence follows until the last sample is out
            buffered = Math.max(buffered, Math.min(input[0].length - transform.size(), buffered
                    + transform.size()));
            produced += process(out, produced, end);
        }
        return shortened(out, produced);
    }

    private static float[][] shortened(float[][] out, int length) {
        float[][] exact = new float[out.length][];
        for (int channel = 0; channel < out.length; channel++) {
            exact[channel] = out[channel].length == length ? out[channel] : Arrays.copyOf(out[channel], length);
        }
        return exact;
    }

    /** Transforms every frame that is complete, and hands out samples before {@code end} that no frame changes any more. */
    private int process(float[][] out, int to, long end) {
        int produced = 0;
        while (transform.firstSample((frames + 2 - LEAD_HOPS) * QUARTERS) <= base + buffered) {
            boolean slotComplete = transformFrame();
            if (slotComplete && frames >= 2L * CellGrid.HOPS_PER_SLOT) {
                long slot = frames / CellGrid.HOPS_PER_SLOT - 2;
                changeSlot(slot);
                long done = transform.firstSample(((slot + 1) * CellGrid.HOPS_PER_SLOT - LEAD_HOPS) * QUARTERS);
                produced += handOut(out, to + produced, Math.min(done, end), done);
            }
        }
        return produced;
    }

    private boolean transformFrame() {
        long quarters = (frames - LEAD_HOPS) * QUARTERS;
        int from = (int) (transform.firstSample(quarters) - base);
        SlotSpectra slot = slots[(int) (frames / CellGrid.HOPS_PER_SLOT & 1)];
        int place = (int) (frames % CellGrid.HOPS_PER_SLOT);
        for (int channel = 0; channel < channels; channel++) {
            transform.forward(input[channel], from, transform.window(quarters), slot.re[channel][place],
                    slot.im[channel][place]);
        }
        frames++;
        if (place == CellGrid.HOPS_PER_SLOT - 1) {
            gains.analyse(slot);
            return true;
        }
        return false;
    }

    private void changeSlot(long slot) {
        SlotSpectra spectra = slots[(int) (slot & 1)];
        gains.turnIntoChange(spectra);
        for (int place = 0; place < CellGrid.HOPS_PER_SLOT; place++) {
            long quarters = (slot * CellGrid.HOPS_PER_SLOT + place - LEAD_HOPS) * QUARTERS;
            int to = (int) (transform.firstSample(quarters) - base);
            for (int channel = 0; channel < channels; channel++) {
                transform.addInverse(spectra.re[channel][place], spectra.im[channel][place], transform.window(quarters),
                        change[channel], to);
            }
        }
    }

    private int handOut(float[][] out, int to, long end, long done) {
        int produced = 0;
        int drop = (int) (done - base);
        for (int channel = 0; channel < channels; channel++) {
            float[] in = input[channel];
            float[] moved = change[channel];
            produced = 0;
            for (int n = (int) Math.max(0, written - base); n < end - base; n++) {
                out[channel][to + produced++] = in[n] + moved[n];
            }
            System.arraycopy(in, drop, in, 0, in.length - drop);
            Arrays.fill(in, in.length - drop, in.length, 0);
            System.arraycopy(moved, drop, moved, 0, moved.length - drop);
            Arrays.fill(moved, moved.length - drop, moved.length, 0);
        }
        written = Math.max(written, end);
        base = done;
        buffered -= drop;
        return produced;
    }

    /** Spectra of the frames of a slot: {@code [channel][frame][bin]}. */
    static final class SlotSpectra {
        final float[][][] re;
        final float[][][] im;

        SlotSpectra(int channels, int bins) {
            this.re = new float[channels][CellGrid.HOPS_PER_SLOT][bins];
            this.im = new float[channels][CellGrid.HOPS_PER_SLOT][bins];
        }
    }
}
