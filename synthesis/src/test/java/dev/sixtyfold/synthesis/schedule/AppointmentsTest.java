package dev.sixtyfold.synthesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppointmentsTest {

    private static final long LEAST_SPACING = Duration.ofMillis(10).toNanos();

    private final Appointments appointments = new Appointments(1, LEAST_SPACING, 0);

    @Test
    void oneWhoIsRefusedAloneComesBackSoon() {
        assertThat(appointments.next(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(appointments.next(Duration.ofHours(1).toNanos())).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void manyComeBackOneAfterTheOther() {
        Duration first = appointments.next(0);
        assertThat(appointments.next(0)).isEqualTo(first.plusMillis(50));
        assertThat(appointments.next(Duration.ofMillis(20).toNanos())).isEqualTo(first.plusMillis(80));
    }

    @Test
    void theTimeThatOneIsToldHasBounds() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(appointments.next(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
        }
    }

    @Test
    void whereStreamsAreShortAppointmentsAreCloser() {
        long now = 0;
        for (int i = 0; i < 1000; i++) {
            now += Duration.ofMillis(40).toNanos();
            appointments.admitted(now);
        }
        Duration first = appointments.next(now);
        assertThat(appointments.next(now).minus(first)).isBetween(Duration.ofMillis(19), Duration.ofMillis(21));
        for (int i = 0; i < 1000; i++) {
            now += Duration.ofMillis(1).toNanos();
            appointments.admitted(now);
        }
        first = appointments.next(now);
        assertThat(appointments.next(now).minus(first)).isEqualTo(Duration.ofNanos(LEAST_SPACING));
    }
}
