package dev.tallyport.connector.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs at the usual pace, but for its pauses: they take a twentieth of the time that
/// passes by the clock, so that a test need not wait as long as its connector. Safe for threads.
public final class HastyClock implements InstantSource {

    private static final int HASTE = 20;

    private final InstantSource system = Clock.systemUTC();
    private volatile Duration ahead;

    public HastyClock(Instant start) {
        ahead = Duration.between(system.instant(), start);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    /// When it returns, the pause has passed by this clock.
    public void sleep(Duration pause) throws InterruptedException {
        var end = instant().plus(pause);
        Thread.sleep(pause.dividedBy(HASTE));
        skipTo(end);
    }

    private synchronized void skipTo(Instant end) {
        var rest = Duration.between(instant(), end);
        if (rest.isPositive()) {
            ahead = ahead.plus(rest);
        }
    }
}
