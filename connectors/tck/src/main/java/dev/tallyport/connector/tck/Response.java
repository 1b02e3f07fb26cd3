package dev.tallyport.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;

/// What a vendor answers.
///
/// @param body as it is; nobody changes it
/// @param delivery how it travels
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /// What becomes of an answer on its way.
    public enum Delivery {
        WHOLE,
        /// The connection ends in the middle of the body.
        CUT_SHORT,
        /// The connection is reset in place of an answer.
        RESET,
        /// The body comes in many small pieces, half a second all together.
        SLOW,
        /// Nothing comes, and the connection stays open.
        NEVER
    }

    public Response {
        headers = Map.copyOf(headers);
    }

    /// Status 200 with a JSON body.
    public static Response json(String body) {
        return of(200, "application/json", body);
    }

    public static Response of(int status, String contentType, String body) {
        return new Response(
                status, Map.of("Content-Type", contentType), body.getBytes(UTF_8), Delivery.WHOLE);
    }

    /// A refusal or an error with a JSON body.
    public static Response status(int status) {
        return of(status, "application/json", "{\"detail\": \"Answered " + status + "\"}");
    }

    public Response withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, delivery);
    }

    public Response withBody(byte[] other) {
        return new Response(status, headers, other, delivery);
    }

    public Response delivered(Delivery other) {
        return new Response(status, headers, body, other);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
