package dev.tallyport.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A clock that only pausing moves, and that remembers the pauses.
final class FakeTime implements InstantSource, Sleeper {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
