package dev.sixtyfold.text.english;

import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.Network;
import dev.sixtyfold.inference.NetworkOptions;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.text.TextFrontend;
import dev.sixtyfold.text.english.reading.Dialect;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives tests the frontend with the data of the default voice, which is installed into this user's home if it is not
 * there: once for all tests of a run. A parameter of type {@link Path} gets the voice's directory.
 */
final class HeartVoice implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TextFrontend.class || (type == Path.class && !parameter.isAnnotated(TempDir.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Loaded loaded = context.getRoot().getStore(ExtensionContext.Namespace.create(HeartVoice.class))
                .getOrComputeIfAbsent(Loaded.class, key -> Loaded.load(), Loaded.class);
        if (parameter.getParameter().getType() == Path.class) {
            return loaded.directory;
        }
        return parameter.isAnnotated(British.class) ? loaded.british : loaded.american;
    }

    private record Loaded(Path directory, List<Network> networks, TextFrontend american,
            TextFrontend british) implements AutoCloseable {

        static Loaded load() {
            Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
            InstalledVoice voice = new VoiceInstaller(new VoiceStore(home), new PipFetcher())
                    .install(VoiceCatalogue.bundled().voice(new VoiceId("heart")));
            InferenceRuntime runtime = InferenceRuntime.open(home);
            List<Network> networks = Stream.of(Dialect.values()).map(dialect -> runtime.load(voice.file(EnglishFrontend
                    .networkFile(dialect)), NetworkOptions.CPU)).toList();
            return new Loaded(voice.directory(), networks,
                    EnglishFrontend.load(voice.directory(), Dialect.AMERICAN, networks.getFirst()),
                    EnglishFrontend.load(voice.directory(), Dialect.BRITISH, networks.getLast()));
        }

        @Override
        public void close() {
            networks.forEach(Network::close);
        }
    }
}
