package dev.tallyport.application.audit;

import java.util.Optional;

/// Where the request comes from that is being answered.
public interface RequestOrigin {

    /// Its address, as far as the proxies in between are trusted; empty outside of a request.
    Optional<String> address();
}
