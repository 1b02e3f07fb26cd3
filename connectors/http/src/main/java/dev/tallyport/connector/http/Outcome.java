package dev.tallyport.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.time.Duration;
import java.util.Optional;

/// What asking once came to.
sealed interface Outcome {

    /// Asking again would not change it.
    sealed interface Final extends Outcome {}

    record Answer(JsonNode body) implements Final {}

    record Refusal(Kind kind, String reason) implements Final {}

    /// May pass by itself.
    ///
    /// @param asked how long the vendor asks to wait
    record Fault(Kind kind, String reason, Optional<Duration> asked) implements Outcome {

        static Fault unavailable(String reason) {
            return new Fault(Kind.UNAVAILABLE, reason, Optional.empty());
        }
    }

    /// Passes by itself at once or not at all.
    record CutOff(String reason) implements Outcome {

        Refusal asRefusal() {
            return new Refusal(Kind.MALFORMED_RESPONSE, reason);
        }
    }
}
