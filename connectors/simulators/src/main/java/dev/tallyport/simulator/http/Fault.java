package dev.tallyport.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// How the vendor misbehaves.
public sealed interface Fault {

    /// Another answer in place of the right one.
    record Replaced(int status, Map<String, String> headers, String body) implements Fault {
        public Replaced {
            headers = Map.copyOf(headers);
        }
    }

    /// The connection is closed without an answer. A client may try again by itself when it had
    /// used the connection before.
    record ConnectionReset() implements Fault {}

    /// The connection is closed in the middle of the right answer.
    record CutShort() implements Fault {}

    /// The right answer: its headers at once, its body one byte after each pause.
    record SlowBody(Duration pause) implements Fault {}

    /// An error with a JSON body, such as 500.
    static Fault status(int status) {
        return status(status, Map.of());
    }

    static Fault status(int status, Map<String, String> headers) {
        var body = Json.object("detail", "Simulated status " + status).text();
        return new Replaced(status, headers, body);
    }

    /// Status 429 with a wait in whole seconds.
    static Fault tooManyRequests(Duration wait) {
        return status(429, Map.of("Retry-After", Long.toString(wait.toSeconds())));
    }

    /// Status 429 with an HTTP date.
    static Fault tooManyRequests(Instant notBefore) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(notBefore.atOffset(ZoneOffset.UTC));
        return status(429, Map.of("Retry-After", date));
    }

    /// An error of the edge, such as 502 or 504, with an HTML body.
    static Fault html(int status) {
        var body = "<html><body><center><h1>" + status + "</h1></center></body></html>\n";
        return new Replaced(status, Map.of("Content-Type", "text/html"), body);
    }

    /// Status 200 with another body.
    static Fault replacedBody(String json) {
        return new Replaced(200, Map.of(), json);
    }
}
