package dev.sixtyfold.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.proto.v1.CustomPronunciationParams;
import dev.sixtyfold.proto.v1.CustomPronunciationParams.PhoneticEncoding;
import dev.sixtyfold.proto.v1.CustomPronunciations;
import dev.sixtyfold.proto.v1.ExplainRequest;
import dev.sixtyfold.proto.v1.ExplainedWord;
import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.proto.v1.SynthesizeRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A request brings its own pronunciations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LexiconsOfRequestsTest {

    private RealServer server;

    @BeforeAll
    void start() throws IOException {
        server = RealServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static SynthesisInput.Builder input() {
        return SynthesisInput.newBuilder().setText("Ask Kowalczyk.");
    }

    private static SynthesisInput withPronunciation(PhoneticEncoding encoding, String pronunciation) {
        return input().setCustomPronunciations(CustomPronunciations.newBuilder().addPronunciations(
                CustomPronunciationParams.newBuilder().setPhrase("Kowalczyk").setPhoneticEncoding(encoding)
                        .setPronunciation(pronunciation)))
                .build();
    }

    private ExplainedWord explained(SynthesisInput input) {
        return server.stub().explain(ExplainRequest.newBuilder().setInput(input).build()).getWords(1);
    }

    @Test
    void aPronunciationOfTheRequestIsSpoken() {
        SynthesisInput ipa = withPronunciation(PhoneticEncoding.PHONETIC_ENCODING_IPA, "kəˈvɑltʃɪk");
        assertThat(explained(ipa).getPhonemes()).isEqualTo("kəvˈɑlʧɪk");
        assertThat(explained(ipa).getSource()).isEqualTo("request lexicon");
        assertThat(explained(withPronunciation(PhoneticEncoding.PHONETIC_ENCODING_X_SAMPA, "k@\"vAltSIk"))
                .getPhonemes()).isEqualTo("kəvˈɑlʧɪk");
        assertThat(samples(ipa)).isNotEqualTo(samples(input().build()));
    }

    private com.google.protobuf.ByteString samples(SynthesisInput input) {
        return server.stub().synthesize(SynthesizeRequest.newBuilder().setInput(input).build()).getAudioContent();
    }

    @Test
    void aLexiconOfTheRequestHoldsAndThePronunciationsComeBeforeIt() {
        SynthesisInput lexicon = input().addLexicons("Kowalczyk\t/ˈkoʊ/\n").addLexicons("Kowalczyk\t/ˈzi/\n").build();
        assertThat(explained(lexicon).getPhonemes()).isEqualTo("kˈO");
        SynthesisInput both = withPronunciation(PhoneticEncoding.PHONETIC_ENCODING_IPA, "ˈzu").toBuilder()
                .addLexicons("Kowalczyk\t/ˈkoʊ/\n").build();
        assertThat(explained(both).getPhonemes()).isEqualTo("zˈu");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithTheReason() {
        assertThatThrownBy(() -> explained(withPronunciation(PhoneticEncoding.PHONETIC_ENCODING_IPA, "k5")))
                .hasMessageContaining("INVALID_ARGUMENT").hasMessageContaining("input.custom_pronunciations")
                .hasMessageContaining("\"5\"");
        assertThatThrownBy(() -> samples(input().addLexicons("entries:\n  a: 5\n").build()))
                .hasMessageContaining("INVALID_ARGUMENT").hasMessageContaining("lexicon:2:6");
        assertThatThrownBy(() -> explained(input().addLexicons("W3C\tweb\nexample\t/ˈa/\t\tone example\n").addLexicons(
                "entries: {b: b}\nexamples: [{text: W3C, spoken: net}]\n").build())).hasMessageContaining(
                        "INVALID_ARGUMENT")
                .hasMessageContaining("not \"net\"");
        assertThatThrownBy(() -> explained(input().addLexicons("a\tb\n".repeat(20_000)).build()))
                .hasMessageContaining("INVALID_ARGUMENT").hasMessageContaining("65536");
    }
}
