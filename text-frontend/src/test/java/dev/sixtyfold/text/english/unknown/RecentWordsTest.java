package dev.sixtyfold.text.english.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentWordsTest {

    private final List<String> workedOut = new ArrayList<>();
    private final RecentWords words = new RecentWords(word -> {
        workedOut.add(word);
        return word.startsWith("x") ? Optional.empty() : Optional.of(word + word);
    });

    @Test
    void workOutAWordOnce() {
        assertThat(words.read("ab")).contains("abab");
        assertThat(words.read("ab")).contains("abab");
        assertThat(words.read("xy")).isEmpty();
        assertThat(words.read("xy")).isEmpty();
        assertThat(workedOut).containsExactly("ab", "xy");
    }

    /** More words than there are places, some of them with the same hash. */
    @Test
    void neverTakeOneWordForAnother() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(words.read("w" + i)).contains("w" + i + "w" + i);
            }
            assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
            assertThat(words.read("Aa")).contains("AaAa");
            assertThat(words.read("BB")).contains("BBBB");
        }
    }

    @Test
    void doNotKeepLongOnes() {
        String longWord = "a".repeat(10_000);

        assertThat(words.read(longWord)).contains(longWord + longWord);
        words.read(longWord);

        assertThat(workedOut).hasSize(2);
    }
}
