package dev.sixtyfold.server.bench.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackTest {

    private final Playback playback = new Playback();

    @Test
    void theFirstAudioIsNeverLate() {
        assertThat(playback.gapAt(1_000)).isZero();
        assertThat(playback.arrived(1_000, 500)).isZero();
        assertThat(playback.playedOutAt()).isEqualTo(1_500);
    }

    @Test
    void audioThatComesBeforeAllIsPlayedIsPlayedAfterIt() {
        playback.arrived(1_000, 500);

        assertThat(playback.arrived(1_001, 100)).isZero();
        assertThat(playback.arrived(1_600, 100)).as("in the very moment").isZero();
        assertThat(playback.playedOutAt()).isEqualTo(1_700);
    }

    @Test
    void audioThatComesLaterLeavesAGapAndIsPlayedAtOnce() {
        playback.arrived(1_000, 500);

        assertThat(playback.gapAt(1_530)).isEqualTo(30);
        assertThat(playback.arrived(1_530, 100)).isEqualTo(30);
        assertThat(playback.playedOutAt()).isEqualTo(1_630);
        assertThat(playback.arrived(1_629, 100)).isZero();
    }

    @Test
    void timesMayPassTheLargestNumber() {
        playback.arrived(Long.MAX_VALUE - 10, 100);

        assertThat(playback.arrived(Long.MIN_VALUE + 5, 100)).isZero();
        assertThat(playback.arrived(Long.MIN_VALUE + 200, 100)).isEqualTo(11);
    }
}
