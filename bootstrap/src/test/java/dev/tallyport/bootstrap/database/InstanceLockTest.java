package dev.tallyport.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aSecondHolderIsRefusedAndToldWhoTheFirstOneIs(@TempDir Path folder) throws IOException {
        var data = DataDirectory.open(folder);

        try (var _ = InstanceLock.acquire(data, NOW)) {
            assertThatThrownBy(() -> InstanceLock.acquire(data, NOW.plusSeconds(1)))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " on host ")
                    .hasMessageContaining("user " + System.getProperty("user.name"))
                    .hasMessageContaining("started at 2026-03-01T08:00:00Z");
        }
    }

    @Test
    void whatWasGivenFreeCanBeTakenAgain(@TempDir Path folder) throws IOException {
        var data = DataDirectory.open(folder);
        InstanceLock.acquire(data, NOW).close();

        var lock = InstanceLock.acquire(data, NOW.plusSeconds(1));

        assertThat(data.lock()).content().contains("2026-03-01T08:00:01Z");
        lock.close();
    }
}
