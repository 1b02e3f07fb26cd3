package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.Exchanges;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// How a connector reaches vendors; given to its constructor.
///
/// @param addresses which hosts may be asked
/// @param sleeper how is paused before a request is repeated, and while the vendor asks to wait
public record Vendors(InstantSource clock, AddressRule addresses, Sleeper sleeper) {

    /// Pauses as long as it says.
    public Vendors(InstantSource clock, AddressRule addresses) {
        this(clock, addresses, Thread::sleep);
    }

    /// For a check: nothing is kept.
    public VendorApi open(Endpoint endpoint) {
        return open(endpoint, Exchanges.UNKEPT);
    }

    /// For one read.
    public VendorApi open(Endpoint endpoint, Exchanges exchanges) {
        var transport =
                new Transport(
                        endpoint,
                        addresses,
                        exchanges::waitUntil,
                        clock,
                        sleeper,
                        () -> ThreadLocalRandom.current().nextLong());
        return new VendorApi(endpoint, exchanges, transport);
    }
}
