package dev.sixtyfold.watermark.attacks;

import java.util.List;

/**
 * What is done to a recording before it is verified, all of it by the ffmpeg program.
 *
 * @param name
 *            as the tables have it
 * @param cropSeconds
 *            length of the clips that are cut from it afterwards
 * @param encode
 *            arguments of ffmpeg that make the file, the name's ending last; empty for none
 * @param target
 *            rate of exact ids that is asked for; 0 for none
 */
record Attack(String name, double cropSeconds, List<String> encode, double target) {

    private static Attack of(String name, double cropSeconds, double target, String encode) {
        return new Attack(name, cropSeconds, encode.isEmpty() ? List.of() : List.of(encode.split(" ", -1)), target);
    }

    static List<Attack> all() {
        return List.of(
                of("none", 3, 0.99, ""),
                of("none, 2 s", 2, 0, ""),
                of("none, 1 s", 1, 0, ""),
                of("MP3 128k", 3, 0, "-c:a libmp3lame -b:a 128k mp3"),
                of("MP3 64k", 3, 0.99, "-c:a libmp3lame -b:a 64k mp3"),
                of("MP3 32k", 3, 0, "-c:a libmp3lame -b:a 32k mp3"),
                of("AAC 64k", 3, 0, "-c:a aac -b:a 64k m4a"),
                of("AAC 32k", 3, 0.95, "-c:a aac -b:a 32k m4a"),
                of("Opus 32k", 3, 0, "-c:a libopus -b:a 32k opus"),
                of("Opus 24k", 3, 0.95, "-c:a libopus -b:a 24k opus"),
                of("Opus 16k", 3, 0, "-c:a libopus -b:a 16k opus"),
                of("Opus 12k", 3, 0, "-c:a libopus -b:a 12k opus"),
                of("Opus 12k, 10 s", 10, 0, "-c:a libopus -b:a 12k opus"),
                of("Vorbis q2", 3, 0, "-c:a libvorbis -q:a 2 ogg"),
                of("8 kHz", 3, 0.99, "-ar 8000 wav"),
                of("16 kHz", 3, 0, "-ar 16000 wav"),
                of("44.1 kHz", 3, 0, "-ar 44100 wav"),
                of("telephone, mu-law", 3, 0.99,
                        "-af highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400 -ar 8000 -c:a pcm_mulaw wav"),
                of("GSM", 3, 0, "-ar 8000 -ac 1 -c:a libgsm gsm"),
                of("low-pass 4 kHz", 3, 0, "-af lowpass=f=4000,lowpass=f=4000 wav"),
                of("high-pass 500 Hz", 3, 0, "-af highpass=f=500,highpass=f=500 wav"),
                of("8 bits", 3, 0, "-c:a pcm_u8 wav"),
                of("gain -20 dB", 3, 0.99, "-af volume=-20dB wav"),
                of("polarity", 3, 0.99, "-af aeval=-val(0) wav"),
                of("compressor", 3, 0, "-af acompressor=threshold=0.05:ratio=6:attack=5:release=60 wav"),
                of("limiter", 3, 0, "-af alimiter=level_in=4:limit=0.5:level=false wav"),
                of("equaliser", 3, 0,
                        "-af equalizer=f=800:t=q:w=1:g=-9,equalizer=f=2500:t=q:w=1:g=9 wav"),
                of("denoise", 3, 0, "-af afftdn=nr=12 wav"),
                of("echo, 5 s", 5, 0.9, "-af aecho=0.8:0.7:60|140:0.4|0.25 wav"),
                of("reverb, 5 s", 5, 0.9, "-af aecho=0.9:0.8:17|29|41|53|67|83:0.5|0.42|0.35|0.3|0.24|0.2 wav"),
                of("noise 30 dB", 3, 0, "noise30"),
                of("noise 20 dB, 5 s", 5, 0.8, "noise20"),
                of("MP3 64k, then Opus 24k", 3, 0, "twice"),
                of("tempo +5 %, 5 s", 5, 0.95, "-af atempo=1.05 wav"),
                of("tempo -5 %, 5 s", 5, 0.95, "-af atempo=0.95 wav"),
                of("tempo +2 %, 5 s", 5, 0, "-af atempo=1.02 wav"),
                of("speed +5 %, 5 s", 5, 0.95, "-af asetrate=25200,aresample=24000 wav"),
                of("speed -5 %, 5 s", 5, 0.95, "-af asetrate=22800,aresample=24000 wav"),
                of("speed -1.3 %, 5 s", 5, 0, "-af asetrate=23688,aresample=24000 wav"),
                of("pitch +2 semitones, 5 s", 5, 0.8, "-af asetrate=26939,aresample=24000,atempo=0.890899 wav"),
                of("pitch -2 semitones, 5 s", 5, 0.8, "-af asetrate=21382,aresample=24000,atempo=1.122462 wav"));
    }

    /** Whether it changes tempo, speed or pitch, so that it takes the full search. */
    boolean changesTime() {
        return name.startsWith("tempo") || name.startsWith("speed") || name.startsWith("pitch");
    }
}
