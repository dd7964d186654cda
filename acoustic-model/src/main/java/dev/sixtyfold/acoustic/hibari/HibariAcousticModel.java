package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.Tensor;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.speech.PhonemeSequence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The acoustic half of a hibari voice. */
public final class HibariAcousticModel implements AcousticModel {

    private static final double FRAMES_PER_SECOND = 80;

    /** The network counts durations in steps of two frames. */
    private static final int FRAMES_PER_STEP = 2;

    /** Positions that the network was trained for, the two pads apart. */
    private static final int MAX_SYMBOLS = 510;

    /** The median f0 of the family's one voice over prose, in Hz. */
    public static final double USUAL_PITCH = 205;

    private static final int PITCH_CHANNEL = 128;
    private static final float PITCH_SCALE = 5;

    /** Of the hidden frames: from some -1.9 in silence to 1.7. */
    private static final int ENERGY_CHANNEL = 129;
    private static final float AUDIBLE_ENERGY = 0.05f;

    /** Begins and ends each sequence. */
    private static final long PAD = 0;

    private final Network network;
    private final Alphabet alphabet;

    /**
     * @param network
     *            inputs {@code ids [1, L]} and {@code speed [1]}; outputs {@code hidden [1, 130, F]}, {@code f0 [1, F]} in
     *            Hz and {@code durations [L]} in steps of two frames
     */
    public HibariAcousticModel(Network network, Alphabet alphabet) {
        this.network = network;
        this.alphabet = alphabet;
    }

    @Override
    public int maxSymbols() {
        return MAX_SYMBOLS;
    }

    @Override
    public double usualPitch() {
        return USUAL_PITCH;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Nothing sounds in the first half of the pad that begins the utterance: over 330 sentences at paces of 0.5, 1 and 2 the
     * first sample of -60 dB or more lay behind 0.56 of it. The end is that of the energy that the model predicts: over 72
     * sentences at these paces some 0.5 frames after the last sample of -50 dB, and no more than 3.
     */
    @Override
    public Sounding sounding(AcousticFrames frames) {
        FrameTrack hidden = frames.track("hidden");
        int energy = ENERGY_CHANNEL * frames.frameCount();
        int first = frames.symbolFrames()[0] / 2;
        int end = frames.frameCount();
        while (end > first && hidden.values()[energy + end - 1] < AUDIBLE_ENERGY) {
            end--;
        }
        return new Sounding(first, end == first ? frames.frameCount() : end);
    }

    @Override
    public AcousticFrames predict(PhonemeSequence phonemes, double speakingRate) {
        if (phonemes.symbols().length() > MAX_SYMBOLS) {
            throw new IllegalArgumentException(
                    phonemes.symbols().length() + " phonemes are more than the " + MAX_SYMBOLS + " of an utterance");
        }
        long[] ids = alphabet.encode(phonemes, PAD);
        Map<String, Tensor.Floats> outputs = network
                .run(List.of(Tensor.longs("ids", ids, 1, ids.length),
                        Tensor.floats("speed", new float[]{(float) speakingRate}, 1)))
                .stream().map(Tensor.Floats.class::cast).collect(Collectors.toMap(Tensor::name, Function.identity()));
        Tensor.Floats hidden = output(outputs, "hidden");
        Tensor.Floats f0 = output(outputs, "f0");
        int frames = Math.toIntExact(hidden.shape()[2]);
        int channels = Math.toIntExact(hidden.shape()[1]);
        return new AcousticFrames(frames, FRAMES_PER_SECOND,
                List.of(new FrameTrack("hidden", channels, frames, hidden.values()),
                        new FrameTrack("f0", 1, frames, f0.values())),
                symbolFrames(phonemes.symbols(), output(outputs, "durations").values()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Channel 128 of the hidden frames tells the vocoder's network what f0 is, as ln(1 + f0) / 5; left as it was, the
     * network would shape harmonics that are no longer there, and the voice would grow louder with each semitone.
     */
    @Override
    public AcousticFrames pitched(AcousticFrames frames, float[] factors) {
        FrameTrack f0 = frames.track("f0");
        FrameTrack hidden = frames.track("hidden");
        int count = frames.frameCount();
        float[] pitched = f0.values().clone();
        float[] told = hidden.values().clone();
        for (int frame = 0; frame < count; frame++) {
            if (factors[frame] != 1) {
                pitched[frame] *= factors[frame];
                told[PITCH_CHANNEL * count + frame] = (float) Math.log1p(Math.max(0, pitched[frame])) / PITCH_SCALE;
            }
        }
        return new AcousticFrames(count, frames.framesPerSecond(),
                List.of(new FrameTrack("hidden", hidden.channels(), count, told),
                        new FrameTrack("f0", 1, count, pitched)),
                frames.symbolFrames());
    }

    private static Tensor.Floats output(Map<String, Tensor.Floats> outputs, String name) {
        Tensor.Floats tensor = outputs.get(name);
        if (tensor == null) {
            throw new IllegalStateException("the acoustic graph has no output " + name + " among " + outputs.keySet());
        }
        return tensor;
    }

    /** Frames of the first pad, of each symbol (none for those left out) and of the last pad. */
    private int[] symbolFrames(String symbols, float[] durations) {
        int[] frames = new int[symbols.length() + 2];
        int next = 0;
        frames[0] = frames(durations[next++]);
        for (int i = 0; i < symbols.length(); i++) {
            if (alphabet.contains(symbols.charAt(i))) {
                frames[i + 1] = frames(durations[next++]);
            }
        }
        frames[symbols.length() + 1] = frames(durations[next]);
        return frames;
    }

    private static int frames(float steps) {
        return FRAMES_PER_STEP * Math.round(steps);
    }
}
