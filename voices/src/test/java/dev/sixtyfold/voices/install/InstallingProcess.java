package dev.sixtyfold.voices.install;

import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Installs the small voice in a process of its own, whose fetcher waits for a line of standard input. */
final class InstallingProcess {

    private InstallingProcess() {}

    static Process start(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"),
                InstallingProcess.class.getName(), home.toString())).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) {
        SmallVoice small = SmallVoice.make();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("started");
        InstalledVoice voice = new VoiceInstaller(new VoiceStore(Path.of(arguments[0])), (wanted, directory) -> {
            Path wheel = small.putWheelInto(directory);
            System.out.println("fetching");
            in.readLine();
            return wheel;
        }).install(small.manifest());
        System.out.println(voice.directory());
    }
}
