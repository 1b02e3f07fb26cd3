package dev.tallyport.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.Exchanges;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.stream.Stream;

/// @param body as much of it as there was
record Response(int status, HttpHeaders headers, BoundedBody body) {

    /// One that was kept; its headers were not.
    static Response of(Exchanges.Answer kept) {
        return new Response(
                kept.status(),
                HttpHeaders.of(Map.of(), (_, _) -> true),
                BoundedBody.whole(kept.body()));
    }

    /// Whether it is a success of which there is only a part.
    boolean isPartial() {
        return status / 100 == 2 && body.end() != BoundedBody.End.WHOLE;
    }

    /// Those texts of a body of JSON that it has.
    ///
    /// @param pointers such as `/error/message`
    Stream<String> texts(String... pointers) {
        try {
            var json = JsonTree.parse(body.bytes());
            return Stream.of(pointers)
                    .map(json::at)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (JsonProcessingException _) {
            return Stream.empty();
        }
    }
}
