package dev.sixtyfold.watermark.attacks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is done to a recording before it is verified.
 *
 * @param name
 *            as the tables have it
 * @param cropSeconds
 *            length of the clips that are cut from it afterwards
 * @param target
 *            rate of exact ids that is asked for; 0 for none
 * @param changesTime
 *            whether tempo, speed or pitch change, so that it takes the full search
 */
record Attack(String name, double cropSeconds, double target, boolean changesTime, Change change) {

    /** From samples at {@link Ffmpeg#RATE} to as many, or fewer or more. */
    @FunctionalInterface
    interface Change {
        float[] of(float[] samples, Ffmpeg ffmpeg) throws IOException, InterruptedException;
    }

    private static final String AVERAGED = "two copies averaged";

    /** Whether it begins with the mean of two copies of the recording that carry different ids. */
    boolean averagesCopies() {
        return name.startsWith(AVERAGED);
    }

    private static Attack of(String name, double cropSeconds, double target, Change change) {
        return new Attack(name, cropSeconds, target, false, change);
    }

    /** By arguments of ffmpeg that make a file, the ending of its name last. */
    private static Attack coded(String name, double cropSeconds, double target, String arguments) {
        return of(name, cropSeconds, target, (samples, ffmpeg) -> ffmpeg.coded(samples, arguments));
    }

    static List<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        attacks.addAll(crops());
        attacks.addAll(codecs());
        attacks.addAll(filters());
        attacks.addAll(places());
        attacks.addAll(changesOfTime());
        return attacks;
    }

    private static List<Attack> crops() {
        Change none = (samples, ffmpeg) -> samples;
        return List.of(of("none, 10 s", 10, 0.99, none), of("none, 5 s", 5, 0.99, none), of("none, 3 s", 3, 0.99, none),
                of("none, 2 s", 2, 0, none), of("none, 1 s", 1, 0, none),
                of("two pieces of 2.5 s joined", 5, 0, (samples, ffmpeg) -> Distortion.joined(samples, 2.5)),
                of(AVERAGED + ", 5 s", 5, 0, none), of(AVERAGED + ", 10 s", 10, 0, none),
                of("every fourth second cut out", 3, 0.99, (samples, ffmpeg) -> Distortion.withGaps(samples, 3, 1)));
    }

    private static List<Attack> codecs() {
        return List.of(
                coded("MP3 128k", 3, 0, "-c:a libmp3lame -b:a 128k mp3"),
                coded("MP3 64k", 3, 0.99, "-c:a libmp3lame -b:a 64k mp3"),
                coded("MP3 32k", 3, 0, "-c:a libmp3lame -b:a 32k mp3"),
                coded("AAC 64k", 3, 0, "-c:a aac -b:a 64k m4a"),
                coded("AAC 32k", 3, 0.95, "-c:a aac -b:a 32k m4a"),
                coded("Opus 32k", 3, 0, "-c:a libopus -b:a 32k opus"),
                coded("Opus 24k", 3, 0.95, "-c:a libopus -b:a 24k opus"),
                coded("Opus 16k", 3, 0, "-c:a libopus -b:a 16k opus"),
                coded("Opus 12k", 3, 0, "-c:a libopus -b:a 12k opus"),
                coded("Opus 12k, 10 s", 10, 0, "-c:a libopus -b:a 12k opus"),
                coded("Vorbis q2", 3, 0, "-c:a libvorbis -q:a 2 ogg"),
                coded("GSM", 3, 0, "-ar 8000 -ac 1 -c:a libgsm gsm"),
                of("MP3 64k, then Opus 24k", 3, 0, (samples, ffmpeg) -> ffmpeg.coded(ffmpeg.coded(samples,
                        "-c:a libmp3lame -b:a 64k mp3"), "-c:a libopus -b:a 24k opus")),
                coded("8 kHz", 3, 0.99, "-ar 8000 wav"),
                coded("16 kHz", 3, 0, "-ar 16000 wav"),
                coded("44.1 kHz", 3, 0, "-ar 44100 wav"),
                coded("8 bits", 3, 0, "-c:a pcm_u8 wav"));
    }

    private static List<Attack> filters() {
        return List.of(
                coded("telephone, mu-law", 3, 0.99,
                        "-af highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400 -ar 8000 -c:a pcm_mulaw wav"),
                coded("low-pass 4 kHz", 3, 0, "-af lowpass=f=4000,lowpass=f=4000 wav"),
                coded("high-pass 500 Hz", 3, 0, "-af highpass=f=500,highpass=f=500 wav"),
                coded("gain -20 dB", 3, 0.99, "-af volume=-20dB wav"),
                coded("polarity", 3, 0.99, "-af aeval=-val(0) wav"),
                coded("compressor", 3, 0, "-af acompressor=threshold=0.05:ratio=6:attack=5:release=60 wav"),
                coded("limiter", 3, 0, "-af alimiter=level_in=4:limit=0.5:level=false wav"),
                coded("equaliser", 3, 0,
                        "-af equalizer=f=800:t=q:w=1:g=-9,equalizer=f=2500:t=q:w=1:g=9 wav"),
                coded("denoise", 3, 0, "-af afftdn=nr=12 wav"));
    }

    private static List<Attack> places() {
        List<Attack> places = new ArrayList<>(List.of(
                of("noise 30 dB", 3, 0, (samples, ffmpeg) -> Distortion.noisy(samples, 30)),
                of("noise 20 dB, 5 s", 5, 0.8, (samples, ffmpeg) -> Distortion.noisy(samples, 20)),
                of("mixed with speech 15 dB lower, 5 s", 5, 0, (samples, ffmpeg) -> Distortion.mixed(samples, 15)),
                of("clock that wavers by 0.5 ms", 3, 0, (samples, ffmpeg) -> Distortion.wavering(samples, 0.0005)),
                coded("echo, 5 s", 5, 0.9, "-af aecho=0.8:0.7:60|140:0.4|0.25 wav"),
                coded("six echoes, 5 s", 5, 0.9,
                        "-af aecho=0.9:0.8:17|29|41|53|67|83:0.5|0.42|0.35|0.3|0.24|0.2 wav")));
        double[][] rooms = {{0.3, 3, 0.9}, {0.5, 3, 0.9}, {0.8, 3, 0}, {0.3, 0, 0}, {0.5, 0, 0}, {0.8, 0, 0}};
        for (double[] room : rooms) {
            String name = String.format(Locale.ROOT, "reverb %.1f s, direct sound %+.0f dB, 5 s", room[0], room[1]);
            places.add(of(name, 5, room[2], (samples, ffmpeg) -> Distortion.inRoom(samples, room[0], room[1])));
        }
        return places;
    }

    private static List<Attack> changesOfTime() {
        List<Attack> changes = new ArrayList<>();
        for (int percent : new int[]{-5, -2, -1, 1, 2, 5}) {
            double factor = 1 + percent / 100.0;
            double target = Math.abs(percent) == 5 ? 0.95 : 0;
            changes.add(changed(String.format(Locale.ROOT, "tempo %+d %%, 5 s", percent), target, String.format(
                    Locale.ROOT, "-af atempo=%.4f wav", factor)));
            changes.add(changed(String.format(Locale.ROOT, "speed %+d %%, 5 s", percent), target, String.format(
                    Locale.ROOT, "-af asetrate=%.0f,aresample=24000 wav", 24_000 * factor)));
        }
        for (int semitones : new int[]{-2, -1, 1, 2}) {
            double factor = Math.pow(2, semitones / 12.0);
            changes.add(changed(String.format(Locale.ROOT, "pitch %+d semitones, 5 s", semitones), Math.abs(
                    semitones) == 2 ? 0.8 : 0, String.format(
                            Locale.ROOT, "-af asetrate=%.0f,aresample=24000,atempo=%.6f wav", 24_000 * factor,
                            1 / factor)));
        }
        return changes;
    }

    private static Attack changed(String name, double target, String arguments) {
        return new Attack(name, 5, target, true, (samples, ffmpeg) -> ffmpeg.coded(samples, arguments));
    }
}
