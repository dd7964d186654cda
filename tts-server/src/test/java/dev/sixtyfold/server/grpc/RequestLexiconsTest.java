package dev.sixtyfold.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestLexiconsTest {

    private final RequestLexicons lexicons = new RequestLexicons(
            Lexicons.NONE.and(List.of(LexiconText.parse("names.tsv",
                    "names", "Kowalczyk\t/a/\nSmith\t/a/\n"))));

    @Test
    void whatTheServerHasHoldsWhereTheRequestHasNothing() {
        SynthesisInput input = SynthesisInput.newBuilder().addLexicons("Smith\t/ə/\n").build();
        assertThat(lexicons.of(input, () -> {
            throw new AssertionError("there are no examples to read");
        }).match("Smith, Kowalczyk", at -> "NNP", Set.of())).extracting(match -> match.origin().label())
                .containsExactly("request lexicon", "lexicon names");
    }
}
