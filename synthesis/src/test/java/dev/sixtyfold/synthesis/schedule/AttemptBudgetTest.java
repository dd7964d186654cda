package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptBudgetTest {

    private final AttemptBudget budget = new AttemptBudget(Duration.ofMillis(10).toNanos());

    @Test
    void oneCallerHasAllOfIt() {
        assertThat(taken("one", 0, 1000)).as("the burst of a second").isBetween(100, 101);
        assertThat(taken("one", Duration.ofSeconds(1).toNanos(), 1000)).isBetween(100, 101);
    }

    @Test
    void aFloodTakesNothingFromOthers() {
        taken("flood", 0, 1000);
        assertThat(taken("other", 0, 1000)).isBetween(50, 51);
        assertThat(taken("flood", Duration.ofSeconds(1).toNanos(), 1000)).isBetween(50, 51);
    }

    @Test
    void whoNoLongerComesHasNoShare() {
        taken("gone", 0, 1000);
        long later = Duration.ofSeconds(11).toNanos();
        assertThat(taken("one", later, 1000)).isBetween(100, 101);
    }

    private int taken(String caller, long now, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += budget.take(caller, now) ? 1 : 0;
        }
        return taken;
    }
}
