package dev.tallyport.adapter.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until it is moved.
final class MovableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-09-28T08:00:00Z");

    void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
