package dev.sixtyfold.server.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sixtyfold.speech.SynthesisException.Unauthenticated;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    /** The hash of "key", by sha256sum. */
    private static final CallerConfig ALICE = new CallerConfig("alice",
            "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683", List.of(Right.VERIFY, Right.AUDIT));

    @Test
    void anOpenServerGivesItsMachineAllRightsAndOthersTheOnesThatShowNobodysSecrets() {
        assertThat(Callers.none().of(null, true)).isEqualTo(new Caller("local", Set.of(Right.values())));
        assertThat(Callers.none().of("Bearer whatever", false)).isEqualTo(new Caller("anonymous", Set.of(
                Right.SYNTHESIZE, Right.VERIFY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer key", "bearer  key "})
    void aKeySaysWhoCallsAndWhatThatCallerMay(String authorization) {
        assertThat(new Callers(List.of(ALICE)).of(authorization, false)).isEqualTo(new Caller("alice", Set.of(
                Right.VERIFY, Right.AUDIT)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "key", "Basic key", "Bearer", "Bearer other",
        "Bearer 2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683"})
    void withoutAKeyOfTheListNobodyIsLetInNotEvenFromThisMachine(String authorization) {
        assertThatThrownBy(() -> new Callers(List.of(ALICE)).of(authorization, true)).isInstanceOf(
                Unauthenticated.class).hasMessageStartingWith("authorization: ").hasMessageNotContaining("other");
    }

    @Test
    void namesKeysAndRightsAreChecked() {
        assertThatThrownBy(() -> new CallerConfig("local", ALICE.keyHash(), ALICE.rights())).hasMessageContaining(
                "name: ");
        assertThatThrownBy(() -> new CallerConfig("bob", "key", ALICE.rights())).hasMessageContaining("key-hash: ")
                .hasMessageNotContaining("\"key\"");
        assertThatThrownBy(() -> new CallerConfig("bob", ALICE.keyHash(), List.of())).hasMessageContaining(
                "rights: is empty; give some of [synthesize, verify, verify-exact, audit]");
        assertThatThrownBy(() -> new Callers(List.of(ALICE, ALICE))).hasMessageContaining("the same name");
        assertThatThrownBy(() -> new Callers(List.of(ALICE, new CallerConfig("bob", ALICE.keyHash(), ALICE.rights()))))
                .hasMessageContaining("the same key-hash");
    }
}
