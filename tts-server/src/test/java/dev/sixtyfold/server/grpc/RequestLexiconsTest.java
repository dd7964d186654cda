package dev.sixtyfold.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sixtyfold.proto.v1.SynthesisInput;
import dev.sixtyfold.server.caller.Caller;
import dev.sixtyfold.server.caller.StandingLexicons;
import dev.sixtyfold.text.lexicon.LexiconText;
import dev.sixtyfold.text.lexicon.Lexicons;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestLexiconsTest {

    private final RequestLexicons lexicons = new RequestLexicons(new StandingLexicons(
            Lexicons.NONE.and(List.of(LexiconText.parse("names.tsv",
                    "names", "Kowalczyk\t/a/\nSmith\t/a/\n"))),
            Map.of()));

    @Test
    void whatTheServerHasHoldsWhereTheRequestHasNothing() {
        SynthesisInput input = SynthesisInput.newBuilder().addLexicons("Smith\t/ə/\n").build();
        assertThat(lexicons.of(input, new Caller("local", Set.of()), () -> {
            throw new AssertionError("there are no examples to read");
        }).match("Smith, Kowalczyk", at -> "NNP", Set.of())).extracting(match -> match.origin().label())
                .containsExactly("request lexicon", "lexicon names");
    }
}
