package dev.sixtyfold.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException;
import dev.sixtyfold.speech.VoiceId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceCatalogueTest {

    private final VoiceCatalogue catalogue = VoiceCatalogue.bundled();

    @Test
    void anUnknownVoiceIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> catalogue.voice(new VoiceId("hart"))).isInstanceOf(
                SynthesisException.UnknownVoice.class).hasMessageContaining("\"hart\"").hasMessageContaining("heart");
    }

    @Test
    void anEmptyStoreHasNoneOfThem(@TempDir Path home) {
        VoiceStore store = new VoiceStore(home.resolve("not there yet"));

        assertThat(catalogue.in(store)).extracting(VoiceCatalogue.Listing::state).containsOnly(VoiceStore.State.ABSENT);
        assertThatThrownBy(() -> store.open(catalogue.voice(new VoiceId("heart"))))
                .isInstanceOf(SynthesisException.VoiceUnavailable.class)
                .hasMessageContaining("sixtyfold voices install heart");
    }

    @Test
    void twoVoicesOfOneNameAreRefused() {
        assertThatThrownBy(() -> new VoiceCatalogue(List.of(catalogue.voices().getFirst(),
                catalogue.voices().getFirst()))).hasMessageContaining("two voices are called heart");
    }
}
