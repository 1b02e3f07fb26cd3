package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.Exchanges;
import java.time.InstantSource;

/// Opens vendors without waiting for anything. Pauses are as long as they may be.
record FakeSurroundings(
        InstantSource clock, Sleeper sleeper, AddressRule addresses, Exchanges exchanges) {

    FakeSurroundings(InstantSource clock, Sleeper sleeper) {
        this(clock, sleeper, AddressRule.PUBLIC_AND_PRIVATE, Exchanges.UNKEPT);
    }

    FakeSurroundings with(AddressRule addresses) {
        return new FakeSurroundings(clock, sleeper, addresses, exchanges);
    }

    FakeSurroundings with(Exchanges exchanges) {
        return new FakeSurroundings(clock, sleeper, addresses, exchanges);
    }

    VendorApi open(Endpoint endpoint) {
        var transport =
                new Transport(endpoint, addresses, exchanges::waitUntil, clock, sleeper, () -> 0);
        return new VendorApi(endpoint, exchanges, transport);
    }
}
