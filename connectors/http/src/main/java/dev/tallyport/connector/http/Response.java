package dev.tallyport.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tallyport.connector.spi.Exchanges;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/// @param body as much of it as there was
record Response(int status, HttpHeaders headers, BoundedBody body) {

    /// One that was kept; its headers were not.
    static Response of(Exchanges.Answer kept) {
        return new Response(
                kept.status(),
                HttpHeaders.of(Map.of(), (_, _) -> true),
                BoundedBody.whole(kept.body()));
    }

    /// A text in a body of JSON.
    ///
    /// @param pointer such as `/error/message`
    Optional<String> text(String pointer) {
        try {
            return Optional.ofNullable(JsonTree.parse(body.bytes()).at(pointer).textValue());
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
