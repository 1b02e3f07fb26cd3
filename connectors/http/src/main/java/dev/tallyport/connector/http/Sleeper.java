package dev.tallyport.connector.http;

import java.time.Duration;

/// How a thread pauses.
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
