package dev.tallyport.connector.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often a request is made and how long is paused in between.
///
/// @param maxAttempts how often one request is sent, at least 1
/// @param firstPause what the first pause is at most; each later one may be twice as long
/// @param longestPause what a pause is at most that the vendor did not ask for
/// @param longestWait what a pause is at most that the vendor asked for; beyond it, the request
///   fails
public record Retries(
        int maxAttempts, Duration firstPause, Duration longestPause, Duration longestWait) {

    public static final Retries STANDARD =
            new Retries(5, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));

    public Retries {
        if (maxAttempts < 1 || firstPause.isNegative() || longestWait.isNegative()) {
            throw new IllegalArgumentException("at least one attempt, no pause below zero");
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("the longest pause is below the first");
        }
    }

    /// The pause after a failed attempt, in the upper half of what it may be, so that requests that
    /// failed together do not return together.
    ///
    /// @param attempt from 1
    Duration pauseAfter(int attempt, RandomGenerator random) {
        var grown = firstPause.multipliedBy(1L << Math.min(attempt - 1, 30));
        long most = (grown.compareTo(longestPause) < 0 ? grown : longestPause).toMillis();
        return Duration.ofMillis(most - (long) (most / 2.0 * random.nextDouble()));
    }
}
