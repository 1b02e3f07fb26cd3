package dev.tallyport.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HastyClockTest {

    @Test
    void aPauseHasPassedWhenItIsOver() throws InterruptedException {
        var start = Instant.parse("2026-11-20T15:00:00Z");
        var clock = new HastyClock(start);

        clock.sleep(Duration.ofSeconds(4));

        assertThat(clock.instant()).isAfterOrEqualTo(start.plusSeconds(4));
    }
}
