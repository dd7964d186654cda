package dev.sixtyfold.acoustic.hibari;

import dev.sixtyfold.acoustic.AcousticModel;
import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.inference.BatchFigures;
import dev.sixtyfold.speech.AcousticFrames;
import dev.sixtyfold.speech.FrameTrack;
import dev.sixtyfold.speech.IdleThreads;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.SymbolTrack;
import java.util.List;
import java.util.function.Consumer;

/** The acoustic half of a hibari voice. */
public final class HibariAcousticModel implements AcousticModel {

    private static final double FRAMES_PER_SECOND = 80;

    /** Positions that the network was trained for, the two pads apart. */
    private static final int MAX_SYMBOLS = 510;

    /** Ids of an utterance at most: the symbols and two pads. */
    public static final int MAX_IDS = MAX_SYMBOLS + 2;

    /** The median f0 of the family's one voice over prose, in Hz. */
    public static final double USUAL_PITCH = 205;

    private static final float PITCH_SCALE = 5;

    /** Of the contour: what the vocoder is told of f0. */
    private static final int PITCH_CHANNEL = 0;
    /** Likewise: from some -1.9 in silence to 1.7. */
    private static final int ENERGY_CHANNEL = 1;
    private static final int CONTOUR_CHANNELS = 2;
    private static final float AUDIBLE_ENERGY = 0.05f;

    /** Begins and ends each sequence. */
    private static final long PAD = 0;

    private final HibariNetwork network;
    private final Alphabet alphabet;

    public HibariAcousticModel(HibariNetwork network, Alphabet alphabet) {
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
        FrameTrack contour = frames.track("contour");
        int energy = ENERGY_CHANNEL * frames.frameCount();
        int first = frames.symbolFrames()[0] / 2;
        int end = frames.frameCount();
        while (end > first && contour.values()[energy + end - 1] < AUDIBLE_ENERGY) {
            end--;
        }
        return new Sounding(first, end == first ? frames.frameCount() : end);
    }

    @Override
    public AcousticFrames predict(PhonemeSequence phonemes, double speakingRate, IdleThreads idle,
            Consumer<BatchFigures> batches) {
        if (phonemes.symbols().length() > MAX_SYMBOLS) {
            throw new IllegalArgumentException(
                    phonemes.symbols().length() + " phonemes are more than the " + MAX_SYMBOLS + " of an utterance");
        }
        long[] ids = alphabet.encode(phonemes, PAD);
        HibariNetwork.Prediction prediction = network.run(ids, (float) speakingRate, idle, batches);
        int frames = prediction.f0().length;
        return new AcousticFrames(frames, FRAMES_PER_SECOND,
                List.of(new FrameTrack("contour", CONTOUR_CHANNELS, frames, prediction.contour()),
                        new FrameTrack("f0", 1, frames, prediction.f0())),
                List.of(new SymbolTrack("phonemes", symbolRows(phonemes.symbols(), prediction.phonemes()))),
                symbolFrames(phonemes.symbols(), prediction.durations()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The contour tells the vocoder's network what f0 is, as ln(1 + f0) / 5; left as it was, the
     * network would shape harmonics that are no longer there, and the voice would grow louder with each semitone.
     */
    @Override
    public AcousticFrames pitched(AcousticFrames frames, float[] factors) {
        FrameTrack f0 = frames.track("f0");
        FrameTrack contour = frames.track("contour");
        int count = frames.frameCount();
        float[] pitched = f0.values().clone();
        float[] told = contour.values().clone();
        for (int frame = 0; frame < count; frame++) {
            if (factors[frame] != 1) {
                pitched[frame] *= factors[frame];
                told[PITCH_CHANNEL * count + frame] = (float) Math.log1p(Math.max(0, pitched[frame])) / PITCH_SCALE;
            }
        }
        return new AcousticFrames(count, frames.framesPerSecond(),
                List.of(new FrameTrack("contour", CONTOUR_CHANNELS, count, told),
                        new FrameTrack("f0", 1, count, pitched)),
                frames.symbolTracks(), frames.symbolFrames());
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

    /** Those of the ids at the symbols' places; symbols left out have no frames, so that any row will do. */
    private float[][] symbolRows(String symbols, float[][] rows) {
        float[][] all = new float[symbols.length() + 2][];
        int next = 0;
        all[0] = rows[next++];
        for (int i = 0; i < symbols.length(); i++) {
            all[i + 1] = alphabet.contains(symbols.charAt(i)) ? rows[next++] : rows[0];
        }
        all[symbols.length() + 1] = rows[next];
        return all;
    }

    private static int frames(float steps) {
        return Regulation.FRAMES_PER_STEP * Math.round(steps);
    }
}
