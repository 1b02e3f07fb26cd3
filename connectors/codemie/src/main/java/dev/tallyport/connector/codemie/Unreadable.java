package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Reject;

/// A table that was not understood, or not read to its end.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    Unreadable(Reject reject) {
        super(reject.reason());
        this.reject = reject;
    }

    static Unreadable of(String request, MalformedMember malformed) {
        return new Unreadable(malformed.toReject(request));
    }

    Reject reject() {
        return reject;
    }
}
