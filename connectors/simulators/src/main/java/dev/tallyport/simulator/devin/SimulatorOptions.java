package dev.tallyport.simulator.devin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the server is set up.
///
/// @param port 0 for any free one
/// @param key the one that may read everything
/// @param powerlessKey one that is known but may read nothing
/// @param latency what every request waits before it is answered
/// @param pageSizeCap the most items of a page, whatever is asked for
public record SimulatorOptions(
        int port, String key, @Nullable String powerlessKey, Duration latency, int pageSizeCap) {

    public SimulatorOptions {
        if (key.isBlank()) {
            throw new IllegalArgumentException("expected a key, found nothing");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("expected a port of 0 to 65535, found " + port);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("expected no negative latency, found " + latency);
        }
        if (pageSizeCap < 1) {
            throw new IllegalArgumentException("expected a page of at least one item");
        }
    }

    public static SimulatorOptions of(String key) {
        return new SimulatorOptions(0, key, null, Duration.ZERO, 200);
    }

    public SimulatorOptions withPort(int number) {
        return new SimulatorOptions(number, key, powerlessKey, latency, pageSizeCap);
    }

    public SimulatorOptions withPowerlessKey(String other) {
        return new SimulatorOptions(port, key, other, latency, pageSizeCap);
    }

    public SimulatorOptions withLatency(Duration wait) {
        return new SimulatorOptions(port, key, powerlessKey, wait, pageSizeCap);
    }

    public SimulatorOptions withPageSizeCap(int items) {
        return new SimulatorOptions(port, key, powerlessKey, latency, items);
    }
}
