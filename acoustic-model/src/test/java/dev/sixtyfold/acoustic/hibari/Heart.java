package dev.sixtyfold.acoustic.hibari;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.acoustic.Alphabet;
import dev.sixtyfold.inference.InferenceRuntime;
import dev.sixtyfold.inference.graph.OnnxGraph;
import dev.sixtyfold.speech.PhonemeSequence;
import dev.sixtyfold.speech.VoiceId;
import dev.sixtyfold.voices.InstalledVoice;
import dev.sixtyfold.voices.VoiceCatalogue;
import dev.sixtyfold.voices.VoiceStore;
import dev.sixtyfold.voices.install.PipFetcher;
import dev.sixtyfold.voices.install.VoiceInstaller;
import java.nio.file.Path;
import java.util.List;

/** The default voice's acoustic half, installed. */
record Heart(InferenceRuntime runtime, OnnxGraph graph, Alphabet alphabet) {

    /** As the reference package writes them. */
    static final List<String> SENTENCES = List.of("nˈO.", "ðə bˈɜɹʧ kənˈu slˈɪd ˌɔn ðə smˈuð plˈæŋks.",
            "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˌOvəɹ ðə lˈAzi dˈɔɡ, ænd ðɛn hi ɹˈʌnz əwˈA fɹʌm ɪt ˈɔl ˈæftəɹ ɐ lˈɔŋ dˈA.");

    static Heart load() {
        Path home = VoiceStore.home(System.getenv(), Path.of(System.getProperty("user.home")));
        InstalledVoice heart = new VoiceInstaller(new VoiceStore(home), new PipFetcher())
                .install(VoiceCatalogue.bundled().voice(new VoiceId("heart")));
        return new Heart(InferenceRuntime.open(home), OnnxGraph.read(heart.file("acoustic.onnx")),
                Alphabet.read(heart.file("vocab.json")));
    }

    static double relativeError(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < expected.length; i++) {
            error += Math.pow(actual[i] - expected[i], 2);
            energy += Math.pow(expected[i], 2);
        }
        return Math.sqrt(error / energy);
    }

    long[] ids(String sentence) {
        return alphabet.encode(new PhonemeSequence(sentence, List.of()), 0);
    }
}
