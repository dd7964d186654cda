package dev.sixtyfold.server.cli;

import dev.sixtyfold.encoding.AudioEncoding;
import dev.sixtyfold.server.audit.Way;
import dev.sixtyfold.server.cli.Speaker.Manner;
import dev.sixtyfold.server.cli.Speaker.Pauses;
import dev.sixtyfold.server.cli.Speaker.Sink;
import dev.sixtyfold.server.cli.Speaker.Spoken;
import dev.sixtyfold.server.engine.Engine;
import dev.sixtyfold.server.engine.EngineConfig;
import dev.sixtyfold.server.engine.VoiceChoice;
import dev.sixtyfold.server.storage.Home;
import dev.sixtyfold.server.storage.StateConfig;
import dev.sixtyfold.server.storage.WatermarkKeys;
import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.synthesis.SpokenInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code say}. */
@Command(name = "say", mixinStandardHelpOptions = true, description = "Speaks a text into a file, or each line of a file "
        + "into a file of its own.", footer = {"",
            "Prints a line of JSON for each file: its request id, length and times.",
            "Examples:",
            "  sixtyfold say 'Hello, world.' -o hello.wav",
            "  fortune | sixtyfold say - -o - | aplay",
            "  sixtyfold say --ssml '<speak>Ready. <break time=\"1s\"/> Go.</speak>' -o go.wav",
            "  sixtyfold say --lines book.txt --out-dir book --speed 1.2"})
final class SayCommand implements Callable<Integer> {

    private static final int LINES_PER_ID_BLOCK = 32;

    private final Services services;
    private final Home home;
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "what to speak; - reads it from standard "
            + "input")
    private @Nullable String text;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "where the audio goes; - is standard output")
    private @Nullable String output;

    @Option(names = "--lines", paramLabel = "FILE", description = "speak each line of this file, or of standard input if it "
            + "is -")
    private @Nullable String lines;

    @Option(names = "--out-dir", paramLabel = "DIR", description = "where the files of the lines go: 00001.wav, 00002.wav, "
            + "...; made if there is none")
    private @Nullable Path outDir;

    @Option(names = "--voice", paramLabel = "NAME", description = "one of `sixtyfold voices list`; the first there if not "
            + "given")
    private String voice = "";

    @Option(names = "--seed", paramLabel = "N", description = "fixes everything random; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--speed", paramLabel = "S", description = "0.25 to 4; 2 is twice as fast; default ${DEFAULT-VALUE}")
    private double speed = 1;

    @Option(names = "--gain", paramLabel = "DB", description = "-96 to 16; louder or softer than the voice's own level")
    private double gain;

    @Option(names = "--sample-rate", paramLabel = "HZ", description = "8000, 16000, 22050, 24000, 44100 or 48000; the "
            + "voice's own if not given")
    private int sampleRate;

    @Option(names = "--lead", paramLabel = "MS", description = "silence before the first sound, in milliseconds; 30 if not "
            + "given")
    private @Nullable Integer lead;

    @Option(names = "--tail", paramLabel = "MS", description = "the same after the last sound; 50")
    private @Nullable Integer tail;

    @Option(names = "--sentence-pause", paramLabel = "MS", description = "the same between sentences; the voice's own")
    private @Nullable Integer sentencePause;

    @Option(names = "--format", paramLabel = "F", description = "wav or pcm (16 bits, little-endian, no header); default "
            + "${DEFAULT-VALUE}")
    private String format = "wav";

    @Mixin
    private final ServerOption server = new ServerOption();

    @Option(names = "--marks", paramLabel = "FILE", description = "where the times of words and SSML marks go: a line of JSON "
            + "for each")
    private @Nullable Path marks;

    @Option(names = "--ssml", description = "what is to be spoken is SSML (docs/ssml.md): TEXT, standard input, or each "
            + "line of the file is a document")
    private boolean ssml;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "pronunciations of your own; may be given several "
            + "times, the first counts first")
    private List<Path> lexicons = List.of();

    SayCommand(Services services, Home home, Console console) {
        this.services = services;
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AudioEncoding encoding = AudioEncoding.byName(format).orElseThrow(() -> wrongUsage("--format: \"" + format
                + "\" is none of " + AudioEncoding.names()));
        Manner manner = new Manner(voice, speed, gain, sampleRate, seed, encoding,
                new Pauses(lead, tail, sentencePause));
        if (marks == null) {
            say(manner, (index, audio) -> audio);
        } else {
            try (MarksFile file = MarksFile.open(marks)) {
                say(manner, file::with);
            }
        }
        return 0;
    }

    /** Adds to the sink of a text's audio what else is wanted of the text. */
    @FunctionalInterface
    private interface Extras {
        Sink with(int index, Sink audio);
    }

    private void say(Manner manner, Extras extras) throws IOException {
        if (lines != null) {
            sayLines(lines, manner, extras);
        } else {
            sayText(manner, extras);
        }
    }

    private void sayText(Manner manner, Extras extras) throws IOException {
        String given = required(text, "missing TEXT, or --lines FILE");
        String target = required(output, "missing -o FILE");
        if (outDir != null) {
            throw wrongUsage("--out-dir goes with --lines");
        }
        SpokenInput words = input(given.equals("-") ? InputText.all(console.in()) : given);
        try (Speaker speaker = speaker(WatermarkKeys.SINGLE)) {
            if (target.equals("-")) {
                warnOf("", speaker.speak(words, manner, extras.with(1, console.out()::write)));
                console.out().flush();
            } else {
                report(1, target, sayInto(Path.of(target),
                        sink -> speaker.speak(words, manner, extras.with(1, sink)), manner), "");
            }
        }
    }

    private void sayLines(String file, Manner manner, Extras extras) throws IOException {
        if (text != null || output != null) {
            throw wrongUsage("--lines goes with --out-dir, not with TEXT or -o");
        }
        Path directory = required(outDir, "missing --out-dir DIR");
        List<SpokenInput> texts = InputText.lines(file, console.in()).stream().map(this::input).toList();
        Files.createDirectories(directory);
        try (Speaker speaker = speaker(LINES_PER_ID_BLOCK)) {
            for (int i = 1; i <= texts.size(); i++) {
                int index = i;
                String name = String.format(Locale.ROOT, "%05d.%s", i, manner.encoding());
                try {
                    report(i, name, sayInto(directory.resolve(name),
                            sink -> speaker.speak(texts.get(index - 1), manner, extras.with(index, sink)), manner),
                            "line " + i + ": ");
                } catch (SynthesisException | CommandFailure e) {
                    throw new CommandFailure(file + ", line " + i + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private SpokenInput input(String words) {
        return ssml ? new SpokenInput.Ssml(words) : new SpokenInput.PlainText(words);
    }

    /** Speaks one text into a sink. */
    @FunctionalInterface
    private interface Speech {
        Spoken into(Sink sink) throws IOException;
    }

    private static Spoken sayInto(Path path, Speech speech, Manner manner) throws IOException {
        try (OutputFile file = OutputFile.open(path)) {
            Spoken spoken = speech.into(file::write);
            file.finish(manner.encoding().encoder(spoken.sampleRate()).sealedHeader(file.length()));
            return spoken;
        }
    }

    private void report(int index, String file, Spoken spoken, String prefix) {
        warnOf(prefix, spoken);
        console.out().println(JsonLine.object(json -> {
            json.writeNumberProperty("index", index);
            json.writeStringProperty("file", file);
            json.writeStringProperty("requestId", spoken.requestId());
            json.writeNumberProperty("audioSeconds", JsonLine.rounded(spoken.audioSeconds(), 4));
            json.writeNumberProperty("wallMillis", JsonLine.rounded(spoken.wallMillis(), 2));
            json.writeNumberProperty("timeToFirstAudioMillis", JsonLine.rounded(spoken.timeToFirstAudioMillis(), 2));
            json.writeNumberProperty("timeToFirstSoundMillis", JsonLine.rounded(spoken.timeToFirstSoundMillis(), 2));
        }));
        console.out().flush();
    }

    private void warnOf(String prefix, Spoken spoken) {
        if (spoken.audioSeconds() == 0) {
            console.err().println("sixtyfold: " + prefix + "nothing in the text can be spoken; the audio is empty");
        } else if (spoken.skippedSpans() > 0) {
            console.err()
                    .println("sixtyfold: " + prefix + "parts of the text that are not spoken: " + spoken.skippedSpans()
                            + " (`sixtyfold explain` names them)");
        }
        if (spoken.notes() > 0) {
            console.err().println("sixtyfold: " + prefix + "wishes that could not be followed: " + spoken.notes()
                    + " (`sixtyfold explain --ssml` names them)");
        }
    }

    private Speaker speaker(int idBlock) throws IOException {
        Optional<ServerConnection> connection = server.connection();
        if (connection.isPresent()) {
            return new RemoteSpeaker(connection.get(), LexiconFiles.texts(lexicons));
        }
        Engine engine = services.engine(EngineConfig.DEFAULTS,
                services.stamping(StateConfig.in(home.state()), idBlock));
        try {
            return new LocalSpeaker(engine, Way.SAY,
                    LexiconFiles.read(lexicons, () -> engine.frontend(VoiceChoice.choose(engine
                            .voices(), voice, "").id())));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private <T> T required(@Nullable T value, String problem) {
        if (value == null) {
            throw wrongUsage(problem);
        }
        return value;
    }

    private ParameterException wrongUsage(String problem) {
        return Usage.wrong(spec, problem);
    }
}
