package dev.tallyport.simulator.http;

import com.sun.net.httpserver.Headers;
import java.util.Optional;

/// What came over the wire.
///
/// @param path still encoded
public record Request(String method, String path, Query query, Headers headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
